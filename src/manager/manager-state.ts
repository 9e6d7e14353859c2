import type { Id, PaperFilter, PaperQuery, SortBy } from '../messages/reader-contract.ts';

export type Place = 'papers' | 'import' | 'keep';

/** Where the reader is in the library page. Pure: every change is a step from one state to the next. */
export interface ManagerState {
  readonly place: Place;
  readonly query: PaperQuery;
  /** Chosen papers. */
  readonly selected: ReadonlySet<Id>;
  /** The row that the keys stand on, by its place in the list; -1 for none. */
  readonly at: number;
  /** The paper whose details are shown. */
  readonly open: Id | null;
}

export type Step =
  | { readonly do: 'go'; readonly place: Place }
  /** Lists other papers: everything that depends on the list begins anew. */
  | { readonly do: 'list'; readonly filter: PaperFilter; readonly isTrash?: boolean }
  | { readonly do: 'filter'; readonly filter: PaperFilter }
  | { readonly do: 'words'; readonly words: string }
  | { readonly do: 'sort'; readonly sort: SortBy; readonly isDescending: boolean }
  | { readonly do: 'stand'; readonly at: number }
  | { readonly do: 'open'; readonly id: Id | null; readonly at?: number }
  | { readonly do: 'toggle'; readonly id: Id; readonly at: number }
  | { readonly do: 'select'; readonly ids: readonly Id[] };

const NONE: ReadonlySet<Id> = new Set();

export const START: ManagerState = { place: 'papers', query: { sort: 'added', isDescending: true }, selected: NONE, at: -1, open: null };

export function step(state: ManagerState, action: Step): ManagerState {
  const { query } = state;
  switch (action.do) {
    case 'go':
      return { ...state, place: action.place };
    case 'list':
      return anew(state, { ...sorted(query), filter: action.filter, ...(action.isTrash ? { isTrash: true } : {}) });
    case 'filter':
      return anew(state, { ...query, filter: action.filter });
    case 'words':
      return anew(state, withWords(query, action.words));
    case 'sort':
      return { ...state, at: -1, query: { ...query, sort: action.sort, isDescending: action.isDescending } };
    case 'stand':
      return { ...state, at: action.at };
    case 'open':
      return { ...state, open: action.id, at: action.at ?? state.at };
    case 'toggle':
      return { ...state, at: action.at, selected: toggled(state.selected, action.id) };
    case 'select':
      return { ...state, selected: new Set(action.ids) };
    default:
      return action satisfies never;
  }
}

const anew = (state: ManagerState, query: PaperQuery): ManagerState => ({ ...state, place: 'papers', query, selected: NONE, at: -1, open: null });

/** The order of the list, without what was typed. */
function sorted({ sort = 'added', isDescending = true }: PaperQuery): PaperQuery {
  return sort === 'relevance' ? { sort: 'added', isDescending: true } : { sort, isDescending };
}

/** Words bring the best first; without words the list is as before. */
function withWords(query: PaperQuery, words: string): PaperQuery {
  const { words: before = '', filter, isTrash } = query;
  const rest = { ...(filter && { filter }), ...(isTrash && { isTrash }) };
  if (words.trim() === '') return { ...rest, ...sorted(query) };
  return { ...rest, words, ...(before === '' ? { sort: 'relevance' as const, isDescending: true } : { sort: query.sort ?? 'relevance', isDescending: query.isDescending ?? true }) };
}

function toggled(selected: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** What a filter is but for some of its parts; parts set to undefined are gone. */
export function refined(filter: PaperFilter | undefined, change: { readonly [F in keyof PaperFilter]?: PaperFilter[F] | undefined }): PaperFilter {
  const next: Record<string, unknown> = { ...filter, ...change };
  for (const [name, value] of Object.entries(next)) if (value === undefined) delete next[name];
  return next;
}
