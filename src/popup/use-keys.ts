import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { command, type Command, type Situation } from './keys.ts';

const CONTROLS = 'button, a, summary';

/**
 * Runs what the reader's keys mean where they are. `run` tells whether it did anything; a key that did nothing is left to the browser.
 * A letter typed where nothing has the focus goes to `field`.
 */
export function useKeys(where: Pick<Situation, 'place' | 'query' | 'active' | 'expanded'>, run: (command: Command) => boolean, field?: RefObject<HTMLElement | null>): void {
  const now = useRef({ where, run });
  now.current = { where, run };
  // Before the first drawing: keys may come as soon as the popup is there.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const pressed = { key: event.key, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey };
      const asked = command(pressed, { ...now.current.where, ...focus(event.target) });
      if (asked && now.current.run(asked)) event.preventDefault();
      else if (event.target === document.body && pressed.key.length === 1 && !pressed.ctrl && !pressed.alt) field?.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function focus(target: EventTarget | null): Pick<Situation, 'caretAtEnd' | 'selection' | 'onControl' | 'inField'> {
  const input = target instanceof HTMLInputElement ? target : undefined;
  return {
    caretAtEnd: input === undefined || input.selectionEnd === input.value.length,
    selection: input ? input.selectionStart !== input.selectionEnd : getSelection()?.isCollapsed === false,
    inField: target instanceof Element && target.closest('input, select, textarea') !== null,
    onControl: target instanceof Element && target.closest(CONTROLS) !== null,
  };
}
