/** What a key means, decided apart from the page so that it can be read and tested as a table. */

export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'page down'
  | 'page up'
  | 'open'
  | 'expand'
  | 'collapse'
  | 'copy'
  | 'site'
  | 'save'
  | 'reveal'
  | 'help'
  | 'search'
  | 'clear'
  | 'back'
  | 'close';

export interface Key {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean;
  readonly alt: boolean;
}

export interface Situation {
  readonly place: 'list' | 'view';
  readonly query: string;
  /** An arrow key stands on a row: letters are commands until the reader types on. */
  readonly active: boolean;
  /** The active row shows its whole abstract. */
  readonly expanded: boolean;
  /** Nothing is left to the right of the caret, so that the right arrow is free. */
  readonly caretAtEnd: boolean;
  /** Some text is selected, which Ctrl+C is then meant for. */
  readonly selection: boolean;
  /** The focus is on a button or link, which has its own Enter. */
  readonly onControl: boolean;
  /** The focus is in a field of a view, which takes all keys but Esc. */
  readonly inField: boolean;
}

const ARROWS: ReadonlyMap<string, Command> = new Map([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['PageDown', 'page down'],
  ['PageUp', 'page up'],
]);
const LETTERS: ReadonlyMap<string, Command> = new Map([
  ['c', 'copy'],
  ['o', 'site'],
  ['s', 'save'],
  ['?', 'help'],
  ['/', 'search'],
]);

/** The command a key gives in a situation; undefined leaves the key to the browser. */
export function command(pressed: Key, now: Situation): Command | undefined {
  const { key, ctrl, alt } = pressed;
  if (alt || (now.place === 'view' && now.inField && key !== 'Escape')) return undefined;
  if (ctrl) {
    if (key === 'c' && !now.selection && (now.active || now.place === 'view')) return 'copy';
    if (key === 'Enter' && (now.active || now.place === 'view')) return 'site';
    return undefined;
  }
  return now.place === 'view' ? inView(key) : inList(key, now);
}

function inView(key: string): Command | undefined {
  if (key === 'Escape' || key === 'Backspace') return 'back';
  return key === 'p' ? 'reveal' : LETTERS.get(key);
}

function inList(key: string, now: Situation): Command | undefined {
  const { active, query } = now;
  if (key === 'Escape') return query === '' ? 'close' : 'clear';
  if (key === 'Enter') return now.onControl ? undefined : 'open';
  if (key === 'ArrowRight') return active && now.caretAtEnd && !now.expanded ? 'expand' : undefined;
  if (key === 'ArrowLeft') return active && now.expanded ? 'collapse' : undefined;
  if (active && key === 'Home') return 'first';
  if (active && key === 'End') return 'last';
  const letter = LETTERS.get(key);
  // Before the first word nobody means "?" or "/" as a search; "c" and "o" begin words.
  if (letter && (active || (query === '' && (letter === 'help' || letter === 'search')))) return letter;
  return ARROWS.get(key);
}

/** Rows that PageUp and PageDown pass. */
const PAGE = 5;

/** The row a command leads to; null is back in the search box. */
export function moved(rows: readonly string[], active: string | null, by: Command): string | null {
  const at = active === null ? -1 : rows.indexOf(active);
  const last = rows.length - 1;
  switch (by) {
    case 'next':
      return rows[Math.min(at + 1, last)] ?? null;
    case 'previous':
      return rows[at - 1] ?? null;
    case 'page down':
      return rows[Math.min(at + PAGE, last)] ?? null;
    case 'page up':
      return at < 0 ? null : (rows[Math.max(at - PAGE, 0)] ?? null);
    case 'first':
      return rows[0] ?? null;
    case 'last':
      return rows[last] ?? null;
    default:
      return active;
  }
}
