import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Id, PaperRow } from '../messages/reader-contract.ts';
import { CheckSign } from '../ui/signs.tsx';
import { byline } from '../ui/words.ts';
import { rowsInSight, scrolledTo } from './row-window.ts';
import type { ListedRows } from './use-rows.ts';

/** Height of a row in pixels at the usual size of text; measured once drawn. */
const ROW = 64;
export const LIST_ID = 'papers';
const rowId = (at: number): string => `paper-${at}`;

interface PaperListProps {
  readonly label: string;
  readonly rows: ListedRows;
  readonly total: number;
  readonly selected: ReadonlySet<Id>;
  readonly at: number;
  readonly open: Id | null;
  readonly collectionName: (id: Id) => string;
  readonly onOpen: (row: PaperRow, at: number) => void;
  readonly onToggle: (row: PaperRow, at: number) => void;
  /** All rows from the one the keys stand on to this one. */
  readonly onSpan: (at: number) => void;
  readonly onKey: (event: KeyboardEvent, page: number) => void;
}

/** Any number of papers; only those in sight are drawn. The list has the focus, its rows never. */
export function PaperList({ label, rows, total, selected, at, open, collectionName, onOpen, onToggle, onSpan, onKey }: PaperListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [{ scrolled, height, row }, setSeen] = useState({ scrolled: 0, height: 800, row: ROW });
  const look = (): void => {
    const { current } = box;
    if (!current) return;
    const drawn = current.querySelector<HTMLElement>('.line')?.offsetHeight ?? ROW;
    setSeen((before) => {
      const now = { scrolled: current.scrollTop, height: current.clientHeight, row: drawn || ROW };
      return before.scrolled === now.scrolled && before.height === now.height && before.row === now.row ? before : now;
    });
  };
  useLayoutEffect(() => {
    look();
    const watch = new ResizeObserver(look);
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const span = rowsInSight(scrolled, height, row, total);
  const { see, list } = rows;
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [list]);
  useEffect(() => see(span), [span.from, span.to, see]);
  useLayoutEffect(() => {
    const { current } = box;
    if (current && at >= 0) current.scrollTop = scrolledTo(at, current.scrollTop, current.clientHeight, row);
  }, [at]);

  const press = (event: MouseEvent, paper: PaperRow, place: number): void => {
    const onBox = event.target instanceof Element && event.target.closest('.line-box') !== null;
    if (event.shiftKey) onSpan(place);
    else if (onBox || event.ctrlKey || event.metaKey) onToggle(paper, place);
    else onOpen(paper, place);
  };
  const lines = Array.from({ length: span.to - span.from }, (_, i) => span.from + i);
  return (
    <div
      ref={box}
      id={LIST_ID}
      class="lines"
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={at >= span.from && at < span.to ? rowId(at) : undefined}
      tabIndex={0}
      onScroll={look}
      onKeyDown={(event) => onKey(event, Math.max(1, Math.floor(height / row) - 1))}
    >
      <div class="lines-all" role="presentation" style={{ blockSize: `${total * row}px` }}>
        <div class="lines-seen" role="presentation" style={{ transform: `translateY(${span.from * row}px)` }}>
          {lines.map((place) => {
            const paper = rows.row(place);
            const state = [paper && selected.has(paper.id) && 'line-selected', place === at && 'line-at', paper?.id === open && open !== null && 'line-open'].filter(Boolean).join(' ');
            return (
              <div
                key={place}
                id={rowId(place)}
                class={`line ${state}`}
                role="option"
                aria-selected={paper !== undefined && selected.has(paper.id)}
                aria-setsize={total}
                aria-posinset={place + 1}
                onClick={(event) => paper && press(event, paper, place)}
              >
                {paper ? <Line paper={paper} isSelected={selected.has(paper.id)} collectionName={collectionName} /> : <span class="line-waiting" />}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Line({ paper, isSelected, collectionName }: { readonly paper: PaperRow; readonly isSelected: boolean; readonly collectionName: (id: Id) => string }) {
  const { title, authors, year, venue, tags, isRead, hasNote, collections, id } = paper;
  const source = [byline(authors), year, venue].filter(Boolean).join('\u00a0· ');
  return (
    <>
      <span class="line-box" aria-hidden="true">
        {isSelected && <CheckSign />}
      </span>
      <span class="line-text">
        <span class={isRead || id < 0 ? 'line-title' : 'line-title line-unread'} dir="auto">
          {title || 'Untitled'}
        </span>
        <span class="line-more">
          {!isRead && id > 0 && <span class="sr-only">unread</span>}
          <span class="line-source" dir="auto">
            {source}
          </span>
          {hasNote && <span class="line-note">note</span>}
          {collections.slice(0, 2).map((collection) => (
            <span key={collection} class="line-place">
              {collectionName(collection)}
            </span>
          ))}
          {tags.slice(0, 3).map((tag) => (
            <span key={tag} class="tag" dir="auto">
              {tag}
            </span>
          ))}
        </span>
      </span>
    </>
  );
}
