import { useState } from 'preact/hooks';
import type { CollectionView, Id } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { count } from '../ui/words.ts';
import { Dialog } from './dialog.tsx';
import { useLive } from './live.ts';
import { reader } from './reader.ts';

/** Puts papers into a collection, and out of another. */
export function PlaceDialog({ ids, collections, onClose }: { readonly ids: readonly Id[]; readonly collections: readonly CollectionView[]; readonly onClose: () => void }) {
  const { act, say } = useLive();
  const own = collections.filter(({ isBundled }) => !isBundled);
  const [to, setTo] = useState(own[0] ? String(own[0].id) : 'new');
  const [from, setFrom] = useState('');
  const [name, setName] = useState('');
  const target = async (): Promise<Id | null> => {
    if (to === '') return null;
    return to === 'new' ? (await reader('addCollection', { name: name.trim() })).id : Number(to);
  };
  const go = async (): Promise<void> => {
    if (to === 'new' && name.trim() === '') return say('The new collection needs a name');
    try {
      const id = await target();
      if (await act(() => reader('place', { which: { ids }, to: id, from: from === '' ? null : Number(from) }))) onClose();
    } catch (problem) {
      say(inWords(problem));
    }
  };
  const options = own.map(({ id, name }) => (
    <option key={id} value={String(id)}>
      {name}
    </option>
  ));
  return (
    <Dialog title={`Collections of ${count(ids.length, 'paper')}`} onClose={onClose}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <label class="field">
          Put into
          <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
            {options}
            <option value="new">a new collection…</option>
            <option value="">none</option>
          </select>
        </label>
        {to === 'new' && (
          <label class="field">
            Its name <input value={name} maxLength={200} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
        )}
        <label class="field">
          Take out of
          <select value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
            <option value="">none: the papers stay where they are, too</option>
            {options}
          </select>
        </label>
        <button type="submit" class="button button-strong">
          {from === '' ? 'Copy' : 'Move'}
        </button>
      </form>
    </Dialog>
  );
}
