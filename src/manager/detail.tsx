import { useState } from 'preact/hooks';
import type { CollectionView, Id, PaperDetail } from '../messages/reader-contract.ts';
import { Links } from '../ui/links.tsx';
import { CrossSign } from '../ui/signs.tsx';
import { source } from '../ui/words.ts';
import type { Ask } from './asking.tsx';
import { EditForm } from './edit-form.tsx';
import { copyText } from './files.ts';
import { useAsked, useLive } from './live.ts';
import { NoteField } from './note-field.tsx';
import { reader } from './reader.ts';

interface DetailProps {
  readonly id: Id;
  readonly collections: readonly CollectionView[];
  readonly onClose: () => void;
  readonly ask: Ask;
}

/** One paper in full, for reading and editing. */
export function Detail({ id, collections, onClose, ask }: DetailProps) {
  const { value: paper, failed } = useAsked(`detail ${id}`, () => reader('detail', { id }));
  return (
    <aside class="detail" aria-label="The open paper">
      <button type="button" class="button button-quiet detail-close" aria-label="Close the paper" onClick={onClose}>
        <CrossSign />
      </button>
      {failed && <p role="alert">{failed}</p>}
      {paper && <Opened paper={paper} collections={collections} ask={ask} />}
    </aside>
  );
}

function Opened({ paper, collections, ask }: { readonly paper: PaperDetail; readonly collections: readonly CollectionView[]; readonly ask: Ask }) {
  const { act, say } = useLive();
  const [isEditing, setEditing] = useState(false);
  const { id, title, authors, year, venue, abstract, tags, isRead, links, collections: places, trashed, added, seenAt } = paper;
  const isOwn = id > 0;
  if (isEditing) return <EditForm paper={paper} onDone={() => setEditing(false)} />;
  const which = { ids: [id] };
  return (
    <>
      <h2 class="detail-title" dir="auto">
        {title || 'Untitled'}
      </h2>
      <p class="quiet" dir="auto">
        {[source({ authors, ...(year === undefined ? {} : { year }) }, 12), venue].filter(Boolean).join(' · ')}
      </p>
      <Links links={links} />
      <p class="deeds">
        {isOwn && !trashed && (
          <>
            <button type="button" class="button" aria-pressed={isRead} onClick={() => void act(() => reader('markRead', { which, isRead: !isRead }))}>
              {isRead ? 'Read' : 'Mark read'}
            </button>
            <button type="button" class="button" onClick={() => setEditing(true)}>
              Edit
            </button>
          </>
        )}
        <button type="button" class="button" onClick={() => void copyText(which, 'bibtex', say)}>
          Copy BibTeX
        </button>
        {!trashed && (
          <button type="button" class="button" onClick={() => ask({ kind: 'place', ids: [id] })}>
            {isOwn ? 'Collections…' : 'Add to your papers…'}
          </button>
        )}
        {isOwn && (
          <button type="button" class="button" onClick={() => void act(() => (trashed ? reader('restore', { which }) : reader('trash', { which })))}>
            {trashed ? 'Put back' : 'Delete'}
          </button>
        )}
      </p>
      {places.length > 0 && <p class="quiet">In {places.map((place) => collections.find((collection) => collection.id === place)?.name ?? '…').join(', ')}</p>}
      {isOwn && !trashed && (
        <p class="detail-tags">
          {tags.map((tag) => (
            <span key={tag} class="tag" dir="auto">
              {tag}
              <button type="button" class="tag-remove" aria-label={`Remove the tag ${tag}`} onClick={() => void act(() => reader('tagPapers', { which, add: [], remove: [tag] }))}>
                ×
              </button>
            </span>
          ))}
          <button type="button" class="more" onClick={() => ask({ kind: 'tag', ids: [id] })}>
            Add tags…
          </button>
        </p>
      )}
      {isOwn && <NoteField key={id} id={id} note={paper.note} />}
      <p class="abstract" dir="auto">
        {abstract || 'No abstract is known.'}
      </p>
      {(added !== null || seenAt) && (
        <p class="quiet">
          {added !== null && <>Saved {new Date(added).toLocaleDateString()}</>} {seenAt && <>from {paper.source || seenAt}</>}
        </p>
      )}
    </>
  );
}
