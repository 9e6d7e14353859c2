import type { Id } from '../messages/reader-contract.ts';
import { count } from '../ui/words.ts';
import type { Ask } from './asking.tsx';
import { copyText } from './files.ts';
import { useLive } from './live.ts';
import { reader } from './reader.ts';

interface BulkBarProps {
  readonly ids: readonly Id[];
  readonly total: number;
  readonly isTrash: boolean;
  readonly onAll: () => void;
  readonly onNone: () => void;
  /** Deletes, or puts back what is in the trash. */
  readonly onTrash: (ids: readonly Id[]) => Promise<void>;
  readonly ask: Ask;
}

/** What can be done to the chosen papers. */
export function BulkBar({ ids, total, isTrash, onAll, onNone, onTrash, ask }: BulkBarProps) {
  const { act, say } = useLive();
  const which = { ids };
  const own = ids.filter((id) => id > 0);
  const read = (isRead: boolean): void => void act(() => reader('markRead', { which, isRead }));
  return (
    <div class="bulk" role="toolbar" aria-label="Chosen papers">
      <span role="status">{count(ids.length, 'paper')} chosen</span>
      {ids.length < total && (
        <button type="button" class="button" onClick={onAll}>
          Choose all {total}
        </button>
      )}
      <button type="button" class="button" onClick={onNone}>
        Choose none
      </button>
      {isTrash ? (
        <button type="button" class="button" onClick={() => void onTrash(ids)}>
          Put back
        </button>
      ) : (
        <>
          <button type="button" class="button" onClick={() => ask({ kind: 'tag', ids })}>
            Tags…
          </button>
          <button type="button" class="button" onClick={() => ask({ kind: 'place', ids })}>
            Collections…
          </button>
          <button type="button" class="button" onClick={() => read(true)}>
            Mark read
          </button>
          <button type="button" class="button" onClick={() => read(false)}>
            Mark unread
          </button>
          <button type="button" class="button" onClick={() => void copyText(which, 'bibtex', say)}>
            Copy BibTeX
          </button>
          <button type="button" class="button" onClick={() => void copyText(which, 'markdown', say)}>
            Copy as Markdown
          </button>
          <button type="button" class="button" onClick={() => ask({ kind: 'export', which })}>
            Export…
          </button>
          <button type="button" class="button" onClick={() => ask({ kind: 'lens', papers: ids, name: '' })}>
            Make a lens…
          </button>
          {own.length > 1 && own.length <= 20 && (
            <button type="button" class="button" onClick={() => ask({ kind: 'merge', ids: own })}>
              Merge…
            </button>
          )}
          <button type="button" class="button" onClick={() => void onTrash(ids)}>
            Delete
          </button>
        </>
      )}
    </div>
  );
}
