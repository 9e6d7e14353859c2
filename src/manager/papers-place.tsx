import { useRef, useState } from 'preact/hooks';
import type { Id, PaperRow } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { Notice } from '../ui/notice.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { type Asking, Asked } from './asking.tsx';
import { Detail } from './detail.tsx';
import { ListHead } from './list-head.tsx';
import { commandOf } from './list-keys.ts';
import { useAsked, useLive } from './live.ts';
import type { ManagerState, Step } from './manager-state.ts';
import { copyText } from './files.ts';
import { PaperList } from './paper-list.tsx';
import { reader } from './reader.ts';
import { Sidebar } from './sidebar.tsx';
import { useRows } from './use-rows.ts';

/** The papers: collections and filters at the left, the list in the middle, the open paper at the right. */
export function PapersPlace({ state, dispatch }: { readonly state: ManagerState; readonly dispatch: (step: Step) => void }) {
  const { query, selected, at, open } = state;
  const { say, act, standing } = useLive();
  const rows = useRows(query);
  const collections = useAsked('collections', () => reader('collections', null)).value ?? [];
  const tags = useAsked('tags', () => reader('tags', null)).value ?? [];
  const sources = useAsked('sources', () => reader('sources', null)).value ?? [];
  const [asking, ask] = useState<Asking | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const total = rows.total ?? 0;

  const collectionName = (id: Id): string => collections.find((collection) => collection.id === id)?.name ?? '';
  const idsFrom = (from: number, to: number): readonly Id[] =>
    Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => rows.row(Math.min(from, to) + i)?.id).filter((id) => id !== undefined);
  const all = async (): Promise<void> => {
    try {
      dispatch({ do: 'select', ids: await reader('paperIds', { query }) });
    } catch (problem) {
      say(inWords(problem));
    }
  };
  /** The chosen papers, else the one the keys stand on. */
  const meant = (): readonly Id[] => {
    const here = rows.row(at)?.id;
    return selected.size > 0 ? [...selected] : here === undefined ? [] : [here];
  };
  const trash = async (ids: readonly Id[]): Promise<void> => {
    const done = await act(() => (query.isTrash ? reader('restore', { which: { ids } }) : reader('trash', { which: { ids } })));
    if (done) dispatch({ do: 'select', ids: [] });
  };

  const onKey = (event: KeyboardEvent, page: number): void => {
    const command = commandOf(event, at, total, page);
    const here = rows.row(at);
    if (!command) return;
    event.preventDefault();
    const ids = meant();
    switch (command.do) {
      case 'move':
        if (command.isSpan) dispatch({ do: 'select', ids: [...selected, ...idsFrom(Math.max(at, 0), command.to)] });
        return dispatch({ do: 'stand', at: command.to });
      case 'open':
        return here && dispatch({ do: 'open', id: here.id, at });
      case 'toggle':
        return here && dispatch({ do: 'toggle', id: here.id, at });
      case 'all':
        return void all();
      case 'none':
        return dispatch(open === null ? { do: 'select', ids: [] } : { do: 'open', id: null });
      default:
        if (ids.length === 0) return;
        if (command.do === 'trash') void trash(ids);
        else if (command.do === 'read') void act(() => reader('markRead', { which: { ids }, isRead: !(here?.isRead ?? false) }));
        else if (command.do === 'copy') void copyText({ ids }, 'bibtex', say);
        else ask({ kind: command.do, ids });
    }
  };

  const label = query.isTrash ? 'Trash' : query.filter?.collection === undefined ? 'All papers' : collectionName(query.filter.collection);
  return (
    <main class={open === null ? 'papers' : 'papers papers-open'}>
      <Sidebar state={state} dispatch={dispatch} collections={collections} tags={tags} sources={sources} />
      <section class="middle" aria-label={label}>
        <ListHead label={label} rows={rows} query={query} collections={collections} search={search} dispatch={dispatch} ask={ask} />
        {selected.size > 0 && <BulkBar ids={[...selected]} total={total} isTrash={query.isTrash ?? false} onAll={() => void all()} onNone={() => dispatch({ do: 'select', ids: [] })} onTrash={trash} ask={ask} />}
        {rows.failed && (
          <Notice title="The papers could not be read">
            <p>{rows.failed}</p>
          </Notice>
        )}
        {rows.total === 0 && !rows.failed && <Empty isFiltered={Boolean(query.words) || Object.keys(query.filter ?? {}).length > 0} isTrash={query.isTrash ?? false} hasPapers={(standing?.papers ?? 0) > 0} />}
        {total > 0 && (
          <PaperList
            label={label}
            rows={rows}
            total={total}
            selected={selected}
            at={at}
            open={open}
            collectionName={collectionName}
            onOpen={(paper: PaperRow, place) => dispatch({ do: 'open', id: paper.id, at: place })}
            onToggle={(paper, place) => dispatch({ do: 'toggle', id: paper.id, at: place })}
            onSpan={(place) => {
              dispatch({ do: 'select', ids: [...selected, ...idsFrom(Math.max(at, 0), place)] });
              dispatch({ do: 'stand', at: place });
            }}
            onKey={onKey}
          />
        )}
        <p class="hints">
          <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Space</kbd> choose <kbd>Enter</kbd> open <kbd>t</kbd> tags <kbd>m</kbd> collections <kbd>r</kbd> read <kbd>c</kbd> BibTeX <kbd>Del</kbd> trash
        </p>
      </section>
      {open !== null && <Detail key={open} id={open} collections={collections} onClose={() => dispatch({ do: 'open', id: null })} ask={ask} />}
      {asking && <Asked asking={asking} collections={collections} tags={tags} onClose={() => ask(null)} ask={ask} />}
    </main>
  );
}

function Empty({ isFiltered, isTrash, hasPapers }: { readonly isFiltered: boolean; readonly isTrash: boolean; readonly hasPapers: boolean }) {
  if (isTrash) {
    return (
      <Notice title="The trash is empty">
        <p>Deleted papers stay here for 30 days and can be put back.</p>
      </Notice>
    );
  }
  if (isFiltered && hasPapers) {
    return (
      <Notice title="No paper fits">
        <p>Try fewer words, or clear the filters.</p>
      </Notice>
    );
  }
  return (
    <Notice title="No papers here yet">
      <p>
        <a href="#import">Import a file</a> from Zotero, Mendeley, JabRef or any BibTeX, RIS, CSL-JSON or CSV export, paste a list of arXiv ids, or save papers from the pages you read.
      </p>
    </Notice>
  );
}
