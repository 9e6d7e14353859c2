import { type RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CollectionView, PaperQuery, SortBy } from '../messages/reader-contract.ts';
import { SearchSign } from '../ui/signs.tsx';
import { count } from '../ui/words.ts';
import type { Ask } from './asking.tsx';
import { useLive } from './live.ts';
import { refined, type Step } from './manager-state.ts';
import { reader } from './reader.ts';
import type { ListedRows } from './use-rows.ts';

/** Milliseconds: the pause of typing that is worth a question. */
const TYPING = 120;
const ORDERS: Readonly<Record<SortBy, string>> = { relevance: 'best match', added: 'date saved', updated: 'date changed', title: 'title', authors: 'first author', year: 'year', venue: 'venue' };

interface ListHeadProps {
  readonly label: string;
  readonly rows: ListedRows;
  readonly query: PaperQuery;
  readonly collections: readonly CollectionView[];
  readonly search: RefObject<HTMLInputElement | null>;
  readonly dispatch: (step: Step) => void;
  readonly ask: Ask;
}

/** What is listed and in which order, with what can be done to all of it. */
export function ListHead({ label, rows, query, collections, search, dispatch, ask }: ListHeadProps) {
  const { act, say, refresh } = useLive();
  const { sort = 'added', isDescending = true, filter = {}, isTrash = false } = query;
  const collection = collections.find(({ id }) => id === filter.collection && !isTrash);
  const empty = async (): Promise<void> => {
    const gone = await reader('emptyTrash', null);
    say(`Deleted ${count(gone, 'paper')} for good`);
    refresh();
  };
  return (
    <header class="head">
      <SearchField key={`${filter.collection ?? ''} ${String(isTrash)}`} words={query.words ?? ''} field={search} onWords={(words) => dispatch({ do: 'words', words })} />
      <div class="head-line">
        <h2 class="head-name" dir="auto">
          {label}
        </h2>
        <p class="head-count" role="status">
          {rows.total === null ? '' : count(rows.total, 'paper')}
        </p>
        <span class="head-deeds">
          <label>
            Sort by{' '}
            <select value={sort} onChange={({ currentTarget: { value } }) => dispatch({ do: 'sort', sort: value as SortBy, isDescending: value !== 'title' && value !== 'authors' && value !== 'venue' })}>
              {Object.entries(ORDERS)
                .filter(([order]) => order !== 'relevance' || query.words)
                .map(([order, name]) => (
                  <option key={order} value={order}>
                    {name}
                  </option>
                ))}
            </select>
          </label>
          <button type="button" class="button" aria-label={isDescending ? 'Descending; sort ascending' : 'Ascending; sort descending'} onClick={() => dispatch({ do: 'sort', sort, isDescending: !isDescending })}>
            {isDescending ? '↓' : '↑'}
          </button>
          {!isTrash && (
            <button type="button" class="button" onClick={() => ask({ kind: 'export', which: { query } })}>
              Export…
            </button>
          )}
          {!isTrash && (
            <button type="button" class="button" onClick={() => ask({ kind: 'lens', filter: refined(filter, { words: query.words }), name: label })}>
              Make a lens…
            </button>
          )}
          {!isTrash && (
            <button type="button" class="button" onClick={() => ask({ kind: 'duplicates' })}>
              Find duplicates…
            </button>
          )}
          {isTrash && (rows.total ?? 0) > 0 && (
            <button type="button" class="button" onClick={() => ask({ kind: 'sure', title: 'Empty the trash?', words: 'The papers in it are deleted for good. This cannot be undone; a snapshot still has them.', label: 'Delete for good', run: empty })}>
              Empty the trash…
            </button>
          )}
        </span>
      </div>
      {collection && (
        <p class="head-deeds">
          <button type="button" class="button" onClick={() => void act(() => reader('switchCollection', { id: collection.id, isOn: !collection.isOn }))}>
            {collection.isOn ? 'Switch off' : 'Switch on'}
          </button>
          {!collection.isOn && <span class="quiet">Off: its papers are not marked on pages.</span>}
          {!collection.isBundled && (
            <button type="button" class="button" onClick={() => ask({ kind: 'rename', collection })}>
              Rename…
            </button>
          )}
          {!collection.isBundled && (
            <button type="button" class="button" onClick={() => ask({ kind: 'remove', collection })}>
              Delete the collection…
            </button>
          )}
        </p>
      )}
    </header>
  );
}

function SearchField({ words, field, onWords }: { readonly words: string; readonly field: RefObject<HTMLInputElement | null>; readonly onWords: (words: string) => void }) {
  const [typed, setTyped] = useState(words);
  useEffect(() => {
    if (typed === words) return undefined;
    const timer = setTimeout(() => onWords(typed), TYPING);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const slash = (event: KeyboardEvent): void => {
      const inField = event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null;
      if (event.key !== '/' || inField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.select();
    };
    addEventListener('keydown', slash);
    return () => removeEventListener('keydown', slash);
  }, []);
  return (
    <label class="find">
      <SearchSign />
      <input
        ref={field}
        type="search"
        aria-label="Search these papers"
        placeholder="Search these papers: words, author:, year:, “quoted phrases”"
        value={typed}
        maxLength={1000}
        dir="auto"
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </label>
  );
}
