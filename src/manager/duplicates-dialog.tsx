import type { Id } from '../messages/reader-contract.ts';
import { PaperRow } from '../ui/paper-row.tsx';
import { Dialog } from './dialog.tsx';
import { useAsked } from './live.ts';
import { reader } from './reader.ts';

const MOST = 100;

/** Papers that seem to be one, each group with its reason. */
export function DuplicatesDialog({ onMerge, onClose }: { readonly onMerge: (ids: readonly Id[]) => void; readonly onClose: () => void }) {
  const { value, failed } = useAsked('duplicates', () => reader('duplicates', { limit: MOST }));
  return (
    <Dialog title="Duplicates" onClose={onClose}>
      <div class="dialog-body">
        {failed && <p role="alert">{failed}</p>}
        {!value && !failed && <p class="quiet">Looking…</p>}
        {value?.length === 0 && <p>No two papers of yours share an id or a title.</p>}
        <ul class="groups">
          {value?.map(({ by, papers }) => (
            <li key={papers.map(({ id }) => id).join()} class="group-of">
              <p class="quiet">The same {by === 'id' ? 'arXiv id or DOI' : 'title'}</p>
              {papers.map(({ id, title, authors, year }) => (
                <PaperRow key={id} title={title} authors={authors} year={year} />
              ))}
              <button type="button" class="button" onClick={() => onMerge(papers.map(({ id }) => id))}>
                Merge…
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
