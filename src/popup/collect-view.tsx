import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../browser/messages.ts';
import type { SaveTo } from '../messages/reader-contract.ts';
import type { PageReport } from '../messages/views.ts';
import { useAnswer } from '../ui/answers.ts';
import type { Say } from '../ui/toast.tsx';
import { count } from '../ui/words.ts';
import { mentionOf } from './rows.ts';
import { save } from './saving.ts';

interface CollectProps {
  readonly report: PageReport;
  readonly say: Say;
  readonly onSaved: () => void;
}

/** Saves many titles of the page at once, into a collection of the reader's choice. */
export function CollectView({ report, say, onSaved }: CollectProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const [left, setLeft] = useState<ReadonlySet<number>>(() => new Set(report.entries.filter(({ identity }) => identity?.state === 'in collection').map(({ index }) => index)));
  const collections = useAnswer('collections', () => ask('collections', null));
  const own = collections.state === 'here' ? collections.value.filter(({ isBundled }) => !isBundled) : [];
  const [to, setTo] = useState('');
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const chosen = report.entries.filter(({ index }) => !left.has(index));

  const flip = (index: number): void => {
    const next = new Set(left);
    if (!next.delete(index)) next.add(index);
    setLeft(next);
  };
  const go = async (): Promise<void> => {
    if (to === 'new' && name.trim() === '') return say('The new collection needs a name');
    const target: SaveTo | undefined = to === '' ? undefined : to === 'new' ? { name: name.trim() } : { collection: Number(to) };
    setBusy(true);
    const isSaved = await save({ papers: chosen.map(mentionOf), seenAt: report.url, ...(target && { to: target }) }, say, onSaved);
    setBusy(false);
    if (isSaved) setLeft(new Set(report.entries.map(({ index }) => index)));
  };
  return (
    <form
      class="collect"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <h1 ref={heading} class="paper-title" tabIndex={-1}>
        Save papers of this page
      </h1>
      <p class="collect-to">
        <label>
          Into{' '}
          <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
            <option value="">your papers</option>
            {own.map(({ id, name }) => (
              <option key={id} value={String(id)}>
                {name}
              </option>
            ))}
            <option value="new">a new collection…</option>
          </select>
        </label>
        {to === 'new' && <input aria-label="Name of the new collection" placeholder="Its name" value={name} maxLength={200} onInput={(event) => setName(event.currentTarget.value)} />}
      </p>
      <p class="actions">
        <button type="submit" class="button" disabled={isBusy || chosen.length === 0}>
          {isBusy ? 'Saving…' : `Save ${count(chosen.length, 'paper')}`}
        </button>
        <button type="button" class="button" onClick={() => setLeft(new Set())}>
          All
        </button>
        <button type="button" class="button" onClick={() => setLeft(new Set(report.entries.map(({ index }) => index)))}>
          None
        </button>
      </p>
      <ul class="collect-list" aria-label="Papers of this page">
        {report.entries.map(({ index, title, identity, relation }) => (
          <li key={index}>
            <label>
              <input type="checkbox" checked={!left.has(index)} onChange={() => flip(index)} />
              <span>
                <span dir="auto">{title}</span> {identity?.state === 'in collection' && <span class="quiet">in your collection</span>}
                {!identity && relation && <span class="quiet">{relation.closeness}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </form>
  );
}
