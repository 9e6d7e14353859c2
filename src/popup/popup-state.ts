import type { Certainty, Mention } from '../paper/paper.ts';

/** Where the reader is in the popup. Pure: every change is a step from one state to the next, so that all of it can be kept and tested. */
export interface PopupState {
  /** The page the list was shown for; undefined where the browser did not tell. */
  readonly page: string | undefined;
  readonly list: ListPlace;
  /** What was opened from the list, and from there on; the last one is shown. Empty: the list is shown. */
  readonly trail: readonly View[];
}

export interface ListPlace {
  /** Empty: what was found on this page. */
  readonly query: string;
  /** Row the arrow keys stand on. */
  readonly active: string | null;
  /** Rows whose whole abstract is shown. */
  readonly expanded: readonly string[];
  /** The page's other titles are shown too. */
  readonly rest: boolean;
  readonly scroll: number;
}

/** A title of the page, where "show on page" leads. */
export interface OnPage {
  readonly page: string;
  readonly index: number;
}

export type Target =
  /** `certainty`: how sure it is that this is the paper that was met, where it was met somewhere. */
  | { readonly kind: 'paper'; readonly key: string; readonly certainty?: Certainty; readonly entry?: OnPage }
  | { readonly kind: 'entry'; readonly mention: Mention; readonly entry: OnPage }
  /** Saving titles of the page, many at once. */
  | { readonly kind: 'collect' }
  | { readonly kind: 'help' };

export type View = Target & {
  /** Key of the similar paper last opened from here; it gets the focus back. */
  readonly left: string | null;
  /** Keys of the similar papers whose whole abstract is shown. */
  readonly expanded: readonly string[];
  readonly scroll: number;
};

export type Step =
  | { readonly do: 'type'; readonly query: string }
  | { readonly do: 'activate'; readonly row: string | null }
  /** Shows or hides the whole abstract of a row of the place now shown. */
  | { readonly do: 'toggle'; readonly row: string }
  | { readonly do: 'rest' }
  /** `scroll` and `left`: where the reader stands in the place that is left. */
  | { readonly do: 'open'; readonly target: Target; readonly scroll: number; readonly left?: string }
  | { readonly do: 'back' }
  | { readonly do: 'home' };

const LIST: ListPlace = { query: '', active: null, expanded: [], rest: false, scroll: 0 };
export const START: PopupState = { page: undefined, list: LIST, trail: [] };

/** A reader who follows similar papers on and on can still go back this far. */
const LONGEST_TRAIL = 30;

export function step(state: PopupState, action: Step): PopupState {
  const { list, trail } = state;
  switch (action.do) {
    case 'type':
      return action.query === list.query ? state : { ...state, list: { ...LIST, query: action.query } };
    case 'activate':
      return { ...state, list: { ...list, active: action.row } };
    case 'toggle': {
      const shown = trail.at(-1);
      if (!shown) return { ...state, list: { ...list, expanded: toggled(list.expanded, action.row) } };
      return { ...state, trail: [...trail.slice(0, -1), { ...shown, expanded: toggled(shown.expanded, action.row) }] };
    }
    case 'rest':
      return { ...state, list: { ...list, rest: !list.rest } };
    case 'open': {
      const next: View = { ...action.target, left: null, expanded: [], scroll: 0 };
      const left = standAt(state, action.scroll, action.left);
      return { ...left, trail: [...left.trail, next].slice(-LONGEST_TRAIL) };
    }
    case 'back':
      return { ...state, trail: trail.slice(0, -1) };
    case 'home':
      return { ...state, list: { ...list, active: null }, trail: [] };
    default:
      return action satisfies never;
  }
}

const toggled = (rows: readonly string[], row: string): readonly string[] => (rows.includes(row) ? rows.filter((other) => other !== row) : [...rows, row]);

/** The same state with the place now shown scrolled to `scroll`, and `left` the paper opened from it. */
export function standAt(state: PopupState, scroll: number, left?: string): PopupState {
  const shown = state.trail.at(-1);
  if (!shown) return { ...state, list: { ...state.list, scroll } };
  return { ...state, trail: [...state.trail.slice(0, -1), { ...shown, scroll, left: left ?? shown.left }] };
}

/**
 * The state to open with: what was kept, on the page the reader has come to, with the paper somebody asked to see.
 * What was kept of another page's titles is let go; a query and what was opened from it stays.
 */
export function arrive(kept: PopupState, page: string | undefined, wanted: string | undefined): PopupState {
  const moved = kept.page !== page;
  const ofPage = kept.list.query === '';
  const list = moved && ofPage ? LIST : kept.list;
  const trail = (moved && ofPage ? [] : kept.trail).filter((view) => view.kind !== 'help');
  const state = { page, list, trail };
  return wanted === undefined ? state : step({ ...state, trail: [] }, { do: 'open', target: { kind: 'paper', key: wanted }, scroll: list.scroll });
}
