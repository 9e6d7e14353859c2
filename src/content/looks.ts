import { page } from './document.ts';

/** Milliseconds after the last change: a window being dragged changes its size in every frame. */
const AFTER = 150;

/** Calls back when the page may look different: another window size, another theme. */
export function onLooks(changed: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, AFTER);
  };
  // Pages keep their theme in attributes of the root or the body.
  const themes = new MutationObserver(soon);
  for (const element of page.querySelectorAll('html, body')) themes.observe(element, { attributes: true });
  addEventListener('resize', soon, { signal });
  addEventListener('load', soon, { signal }); // style sheets and fonts that came late
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    themes.disconnect();
  });
}
