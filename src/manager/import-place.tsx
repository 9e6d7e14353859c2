import { useState } from 'preact/hooks';
import { keepSource } from '../browser/sources.ts';
import type { CollectionView, Id, JobView } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { JobCard } from './job-card.tsx';
import { useAsked, useLive } from './live.ts';
import { reader } from './reader.ts';

/** Brings a file or a pasted list into the library; imports under way, also those begun earlier, stand below. */
export function ImportPlace() {
  const { say, refresh } = useLive();
  const { value: jobs } = useAsked('jobs', () => reader('jobs', null));
  const collections = (useAsked('collections', () => reader('collections', null)).value ?? []).filter(({ isBundled }) => !isBundled);
  const formats = useAsked('formats', () => reader('formats', null)).value ?? [];
  const [format, setFormat] = useState('');
  const [into, setInto] = useState('');
  const [pasted, setPasted] = useState('');
  const [isOver, setOver] = useState(false);

  const begin = async (file: Blob, name: string): Promise<void> => {
    if (file.size === 0) return say(`${name} is empty`);
    try {
      const source = await keepSource(file, name);
      await reader('startImport', { source, format, collection: into === '' ? null : Number(into) });
    } catch (problem) {
      say(`${name} cannot be imported: ${inWords(problem)}`);
    }
    refresh();
  };
  const takeFiles = async (files: FileList | null | undefined): Promise<void> => {
    for (const file of Array.from(files ?? [])) await begin(file, file.name);
  };

  return (
    <main class="place import">
      <h2>Import papers</h2>
      <div
        class={isOver ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void takeFiles(event.dataTransfer?.files);
        }}
      >
        <label class="button button-strong">
          Choose a file…
          <input
            class="sr-only"
            type="file"
            multiple
            onChange={(event) => {
              void takeFiles(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <p>or drop it here: BibTeX, RIS, CSL-JSON, CSV, JSON Lines, arXiv’s Atom, a list of ids. Nothing leaves this device; you see what would change before anything does.</p>
      </div>
      <p class="import-how">
        <label>
          Format{' '}
          <select value={format} onChange={(event) => setFormat(event.currentTarget.value)}>
            <option value="">as the file says</option>
            {formats.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Into collections={collections} value={into} onChange={setInto} />
      </p>
      <details>
        <summary>Paste instead</summary>
        <label class="field">
          arXiv ids, addresses, DOIs or titles, one a line; or entries of any of the formats
          <textarea rows={6} value={pasted} onInput={(event) => setPasted(event.currentTarget.value)} />
        </label>
        <button
          type="button"
          class="button"
          disabled={pasted.trim() === ''}
          onClick={() => {
            void begin(new Blob([pasted], { type: 'text/plain' }), 'pasted text.txt');
            setPasted('');
          }}
        >
          Look at it
        </button>
      </details>
      <Jobs jobs={jobs ?? []} collections={collections} />
    </main>
  );
}

function Into({ collections, value, onChange }: { readonly collections: readonly CollectionView[]; readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <label>
      Into{' '}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">no collection</option>
        {collections.map(({ id, name }) => (
          <option key={id} value={String(id)}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Jobs({ jobs, collections }: { readonly jobs: readonly JobView[]; readonly collections: readonly CollectionView[] }) {
  if (jobs.length === 0) return null;
  const nameOf = (id: Id | null): string | undefined => collections.find((collection) => collection.id === id)?.name;
  return (
    <section aria-label="Imports">
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} into={nameOf(job.collection)} />
      ))}
    </section>
  );
}
