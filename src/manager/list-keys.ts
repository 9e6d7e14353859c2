/** What a key does in the list of papers. */
export type Command =
  | { readonly do: 'move'; readonly to: number; readonly isSpan: boolean }
  | { readonly do: 'open' | 'toggle' | 'all' | 'none' | 'trash' | 'read' | 'tag' | 'copy' | 'place' };

/** @param page Rows between two presses of Page Down. */
export function commandOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, at: number, total: number, page: number): Command | null {
  const { key, shiftKey } = event;
  if (event.altKey || total === 0) return null;
  if (event.ctrlKey || event.metaKey) return key.toLowerCase() === 'a' ? { do: 'all' } : null;
  const move = (to: number): Command => ({ do: 'move', to: Math.max(0, Math.min(total - 1, to)), isSpan: shiftKey });
  switch (key) {
    case 'ArrowDown':
      return move(at + 1);
    case 'ArrowUp':
      return move(at < 0 ? total - 1 : at - 1);
    case 'PageDown':
      return move(at + page);
    case 'PageUp':
      return move(at - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(total - 1);
    case 'Enter':
      return { do: 'open' };
    case ' ':
    case 'x':
      return { do: 'toggle' };
    case 'Escape':
      return { do: 'none' };
    case 'Delete':
    case 'Backspace':
      return { do: 'trash' };
    case 'r':
      return { do: 'read' };
    case 't':
      return { do: 'tag' };
    case 'c':
      return { do: 'copy' };
    case 'm':
      return { do: 'place' };
    default:
      return null;
  }
}
