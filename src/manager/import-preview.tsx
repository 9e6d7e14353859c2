import { useEffect, useState } from 'preact/hooks';
import type { JobView, PreviewKind, PreviewRow } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { source } from '../ui/words.ts';
import { download } from './files.ts';
import { useLive } from './live.ts';
import { reader } from './reader.ts';

const PAGE = 100;

/** What an import would do, before it does: new, filled, already there, skipped with line and reason. */
export function ImportPreview({ job: { id, counts } }: { readonly job: JobView }) {
  const kinds: readonly (readonly [PreviewKind, string, number])[] = [
    ['new', 'New', counts.new],
    ['merged', 'Filled in', counts.merged],
    ['same', 'Already there', counts.same],
    ['problem', 'Skipped', counts.problems],
  ];
  const { say } = useLive();
  const [kind, setKind] = useState<PreviewKind>(kinds.find(([, , n]) => n > 0)?.[0] ?? 'new');
  return (
    <>
      <div class="kinds" role="group" aria-label="Entries of the file">
        {kinds.map(([which, name, n]) => (
          <button key={which} type="button" class="button" aria-pressed={kind === which} onClick={() => setKind(which)}>
            {name} {n}
          </button>
        ))}
        {counts.problems > 0 && (
          <button type="button" class="button" onClick={() => void download(() => reader('problemsFile', { job: id }), say)}>
            Save the skipped entries
          </button>
        )}
      </div>
      <Entries key={kind} job={id} kind={kind} />
    </>
  );
}

function Entries({ job, kind }: { readonly job: number; readonly kind: PreviewKind }) {
  const { say } = useLive();
  const [rows, setRows] = useState<readonly PreviewRow[]>([]);
  const [total, setTotal] = useState<number | null>(null);
  const more = async (): Promise<void> => {
    try {
      const page = await reader('preview', { job, kind, from: rows.length, limit: PAGE });
      setRows([...rows, ...page.rows]);
      setTotal(page.total);
    } catch (problem) {
      say(inWords(problem));
    }
  };
  useEffect(() => void more(), []);
  if (total === 0) return <p class="quiet">None.</p>;
  return (
    <>
      <ol class="entries" tabIndex={0} aria-label="Entries">
        {rows.map(({ n, line, text, authors, year, notes, meets, fills }) => (
          <li key={n} class="entry">
            <span class="entry-line">line {line}</span>
            <span>
              <span dir="auto">{text}</span> <span class="quiet">{source({ authors, ...(year === undefined ? {} : { year }) })}</span>
              {meets && (
                <span class="entry-note">
                  there by its {meets.by === 'id' ? 'id' : 'title'}
                  {meets.title !== text && `: ${meets.title}`}
                  {fills.length > 0 && `; fills ${fills.join(', ')}`}
                </span>
              )}
              {notes.map((note) => (
                <span key={note} class="entry-note">
                  {note}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {total !== null && rows.length < total && (
        <button type="button" class="more" onClick={() => void more()}>
          Show more of {total}
        </button>
      )}
    </>
  );
}
