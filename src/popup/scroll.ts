import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Puts the page back to an old scroll: as far down as it reaches at first, the rest once it is whole.
 * A reader who has scrolled meanwhile is left alone.
 */
export function useOldScroll(scroll: number, whole: boolean): void {
  const placed = useRef(0);
  useLayoutEffect(() => {
    scrollTo(0, scroll);
    placed.current = scrollY;
  }, []);
  useLayoutEffect(() => {
    if (whole && scrollY === placed.current) scrollTo(0, scroll);
  }, [whole]);
}
