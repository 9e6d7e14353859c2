import { useId, useState } from 'preact/hooks';
import type { Id, TagView } from '../messages/reader-contract.ts';
import { count } from '../ui/words.ts';
import { Dialog } from './dialog.tsx';
import { useLive } from './live.ts';
import { reader } from './reader.ts';

/** Tags as they are typed: parted by commas. */
export const tagsIn = (text: string): readonly string[] => [...new Set(text.split(',').map((tag) => tag.trim().slice(0, 100)))].filter((tag) => tag !== '').slice(0, 100);

/** Adds tags to papers, or takes them away. */
export function TagDialog({ ids, tags, onClose }: { readonly ids: readonly Id[]; readonly tags: readonly TagView[]; readonly onClose: () => void }) {
  const { act } = useLive();
  const [typed, setTyped] = useState('');
  const known = useId();
  const change = async (how: 'add' | 'remove'): Promise<void> => {
    const named = tagsIn(typed);
    if (named.length === 0) return;
    const done = await act(() => reader('tagPapers', { which: { ids }, add: how === 'add' ? named : [], remove: how === 'remove' ? named : [] }));
    if (done) onClose();
  };
  return (
    <Dialog title={`Tags of ${count(ids.length, 'paper')}`} onClose={onClose}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void change('add');
        }}
      >
        <label class="field">
          Tags, parted by commas
          <input value={typed} list={known} dir="auto" autofocus onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <datalist id={known}>
          {tags.slice(0, 200).map(({ tag }) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <div class="deeds">
          <button type="submit" class="button button-strong">
            Add
          </button>
          <button type="button" class="button" onClick={() => void change('remove')}>
            Take away
          </button>
        </div>
      </form>
    </Dialog>
  );
}
