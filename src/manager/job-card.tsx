import { useEffect, useState } from 'preact/hooks';
import type { JobView } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { count } from '../ui/words.ts';
import { ImportPreview } from './import-preview.tsx';
import { useLive } from './live.ts';
import { reader } from './reader.ts';

const RUNNING: ReadonlySet<JobView['stage']> = new Set(['reading', 'writing']);

/** One import: how far it is, what it would do, and how it ended. */
export function JobCard({ job: listed, into }: { readonly job: JobView; readonly into: string | undefined }) {
  const { say, refresh, act } = useLive();
  const [job, setJob] = useState(listed);
  const { id, stage, fileName, format, counts, problem, undo } = job;

  // The page asks for one piece of work after another: closed, it stops between two, and goes on where it was.
  useEffect(() => {
    if (!RUNNING.has(stage)) return undefined;
    const leave = new AbortController();
    const work = async (): Promise<void> => {
      for (let now = job; RUNNING.has(now.stage); setJob(now)) {
        now = await reader('continueJob', { job: id });
        if (leave.signal.aborted) return;
      }
      refresh();
    };
    work().catch((failure: unknown) => leave.signal.aborted || say(`The import of ${fileName} paused: ${inWords(failure)}`));
    return () => leave.abort();
  }, [stage, id]);

  const set = async (what: 'commitImport' | 'cancelJob'): Promise<void> => {
    try {
      setJob(await reader(what, { job: id }));
      refresh();
    } catch (failure) {
      say(inWords(failure));
    }
  };
  const entries = counts.new + counts.merged + counts.same;
  return (
    <article class="job" aria-label={`Import of ${fileName}`}>
      <header class="job-head">
        <h3 dir="auto">{fileName}</h3>
        <p class="quiet">{[format, into && `into ${into}`].filter(Boolean).join(', ')}</p>
      </header>
      {RUNNING.has(stage) && <Progress job={job} onCancel={() => void set('cancelJob')} />}
      {stage === 'preview' && (
        <>
          <ImportPreview job={job} />
          <div class="deeds">
            <button type="button" class="button button-strong" disabled={counts.new + counts.merged === 0} onClick={() => void set('commitImport')}>
              {counts.new + counts.merged === 0 ? 'Nothing to import' : `Import ${count(counts.new + counts.merged, 'paper')}`}
            </button>
            <button type="button" class="button" onClick={() => void set('cancelJob')}>
              Cancel
            </button>
          </div>
        </>
      )}
      {stage === 'done' && (
        <p role="status">
          Imported {count(counts.new, 'new paper')}, filled {count(counts.merged, 'paper')} that {counts.merged === 1 ? 'was' : 'were'} there, left {counts.same} as {counts.same === 1 ? 'it was' : 'they were'}
          {counts.problems > 0 && `, skipped ${count(counts.problems, 'entry', 'entries')}`}.
        </p>
      )}
      {stage === 'cancelled' && <p role="status">Cancelled; the library is as it was{entries > 0 ? '' : ', nothing was read'}.</p>}
      {stage === 'failed' && <p role="alert">{problem ?? 'The file could not be read.'}</p>}
      {['done', 'cancelled', 'failed'].includes(stage) && (
        <div class="deeds">
          {stage === 'done' && undo !== null && (
            <button type="button" class="button" onClick={() => void act(() => reader('undo', { token: undo }))}>
              Undo the import
            </button>
          )}
          {stage === 'done' && (
            <a class="button" href="#papers">
              To the papers
            </a>
          )}
          <button type="button" class="button" onClick={() => void reader('dismissJob', { job: id }).then(refresh, refresh)}>
            Dismiss
          </button>
        </div>
      )}
    </article>
  );
}

function Progress({ job: { stage, read, size, cursor, counts }, onCancel }: { readonly job: JobView; readonly onCancel: () => void }) {
  const entries = counts.new + counts.merged + counts.same;
  const [done, all] = stage === 'reading' ? [read, Math.max(1, size)] : [cursor, Math.max(1, entries)];
  const words = stage === 'reading' ? `Reading: ${count(cursor, 'entry', 'entries')} so far` : `Writing: ${cursor} of ${count(entries, 'paper')}`;
  return (
    <div class="progress">
      <progress max={all} value={Math.min(done, all)} aria-label={stage === 'reading' ? 'Reading the file' : 'Writing the papers'} />
      <p role="status">
        {words}, {Math.min(100, Math.floor((100 * done) / all))} %
      </p>
      <button type="button" class="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
