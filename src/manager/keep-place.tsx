import { useEffect, useState } from 'preact/hooks';
import { askToPersist } from '../browser/storage-figures.ts';
import { keepSource } from '../browser/sources.ts';
import type { SnapshotView, StorageView } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { count } from '../ui/words.ts';
import { download } from './files.ts';
import { useAsked, useLive } from './live.ts';
import { reader } from './reader.ts';
import { RestoreDialog } from './restore-dialog.tsx';

/** What keeps the library safe: snapshots, backup files, and how much room all of it takes. */
export function KeepPlace() {
  const { say, refresh } = useLive();
  const { value: snapshots, failed } = useAsked('snapshots', () => reader('snapshots', null));
  const { value: storage } = useAsked('storage', () => reader('storage', null));
  const [chosen, setChosen] = useState<SnapshotView | null>(null);
  // Asked once from a page; what the browser answers changes nothing for the reader.
  useEffect(() => void askToPersist(), []);

  const attempt = async (deed: () => Promise<string>): Promise<void> => {
    try {
      say(await deed());
    } catch (problem) {
      say(inWords(problem));
    }
    refresh();
  };
  const readBackup = async (file: File): Promise<string> => {
    const snapshot = await reader('readBackup', { source: await keepSource(file, file.name) });
    setChosen(snapshot);
    return `Read ${file.name}: ${count(snapshot.papers, 'paper')}`;
  };

  return (
    <main class="place keep">
      <h2>Snapshots</h2>
      <p>Paperkin keeps the library as it was before every import, bulk change and update, and once on each day it changes. Any of them can be brought back.</p>
      <p class="deeds">
        <button type="button" class="button button-strong" onClick={() => void attempt(take)}>
          Take a snapshot now
        </button>
        <button type="button" class="button" onClick={() => void download(() => reader('backupFile', null), say)}>
          Save a backup file
        </button>
        <label class="button">
          Read a backup file…
          <input
            class="sr-only"
            type="file"
            onChange={(event) => {
              const [file] = Array.from(event.currentTarget.files ?? []);
              event.currentTarget.value = '';
              if (file) void attempt(() => readBackup(file));
            }}
          />
        </label>
      </p>
      {failed && <p role="alert">{failed}</p>}
      {snapshots?.length === 0 && <p class="quiet">There is none yet: nothing of yours has changed.</p>}
      <ul class="snapshots" aria-label="Snapshots">
        {snapshots?.map((snapshot) => (
          <li key={snapshot.id} class="snapshot">
            <span>
              {new Date(snapshot.when).toLocaleString()} <span class="quiet">{[snapshot.why, count(snapshot.papers, 'paper'), bytes(snapshot.bytes)].join(', ')}</span>
            </span>
            <span class="deeds">
              <button type="button" class="button" onClick={() => setChosen(snapshot)}>
                Restore…
              </button>
              <button type="button" class="button button-quiet" onClick={() => void attempt(() => reader('removeSnapshot', { id: snapshot.id }).then(() => 'Deleted the snapshot'))}>
                Delete
              </button>
            </span>
          </li>
        ))}
      </ul>
      <h2>Storage</h2>
      {storage && <Storage storage={storage} />}
      {chosen && <RestoreDialog snapshot={chosen} onClose={() => setChosen(null)} />}
    </main>
  );
}

const take = (): Promise<string> => reader('takeSnapshot', null).then(({ papers }) => `Took a snapshot of ${count(papers, 'paper')}`);

function Storage({ storage }: { readonly storage: StorageView }) {
  const { papers, records, index, snapshots, other, used, available } = storage;
  const rows: readonly (readonly [string, string])[] = [
    ['Papers of yours', `${count(papers, 'paper')}, ${bytes(records)}`],
    ['Indexes, which can be made again', bytes(index)],
    ['Snapshots', bytes(snapshots)],
    ['Files under way and what can be undone', bytes(other)],
    ...(used === null ? [] : [['In all, as the browser counts', available === null ? bytes(used) : `${bytes(used)} of ${bytes(available)}`] as const]),
  ];
  return (
    <dl class="storage">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** "3.4 MB". */
export function bytes(n: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let power = 0;
  for (; n >= 999.5 && power < units.length - 1; power++) n /= 1000;
  return `${n < 10 && power > 0 ? n.toFixed(1) : Math.round(n)} ${units[power]}`;
}
