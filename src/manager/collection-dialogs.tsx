import { useState } from 'preact/hooks';
import type { CollectionView } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { Dialog } from './dialog.tsx';
import { useLive } from './live.ts';
import { reader } from './reader.ts';

export function RenameDialog({ collection, onClose }: { readonly collection: CollectionView; readonly onClose: () => void }) {
  const { act } = useLive();
  const [name, setName] = useState(collection.name);
  const rename = async (): Promise<void> => {
    if (name.trim() !== '' && (await act(() => reader('renameCollection', { id: collection.id, name: name.trim() })))) onClose();
  };
  return (
    <Dialog title="Rename the collection" onClose={onClose}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <label class="field">
          Name <input value={name} maxLength={200} autofocus onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button button-strong">
          Rename
        </button>
      </form>
    </Dialog>
  );
}

export function RemoveDialog({ collection, onClose }: { readonly collection: CollectionView; readonly onClose: () => void }) {
  const { act } = useLive();
  const remove = async (papers: 'keep' | 'trash'): Promise<void> => {
    if (await act(() => reader('removeCollection', { id: collection.id, papers }))) onClose();
  };
  return (
    <Dialog title={`Delete “${collection.name}”?`} onClose={onClose}>
      <div class="dialog-body">
        <p>Its papers can stay in your library, or go to the trash where they are in no other collection. Either can be undone.</p>
        <div class="deeds">
          <button type="button" class="button button-strong" onClick={() => void remove('keep')}>
            Keep the papers
          </button>
          <button type="button" class="button" onClick={() => void remove('trash')}>
            Papers to the trash
          </button>
        </div>
      </div>
    </Dialog>
  );
}

interface SureProps {
  readonly title: string;
  readonly words: string;
  readonly label: string;
  readonly run: () => Promise<void>;
  readonly onClose: () => void;
}

/** For what cannot be undone. */
export function SureDialog({ title, words, label, run, onClose }: SureProps) {
  const { say } = useLive();
  const go = async (): Promise<void> => {
    try {
      await run();
    } catch (problem) {
      say(inWords(problem));
    }
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="dialog-body">
        <p>{words}</p>
        <div class="deeds">
          <button type="button" class="button button-strong" onClick={() => void go()}>
            {label}
          </button>
          <button type="button" class="button" onClick={onClose}>
            Not now
          </button>
        </div>
      </div>
    </Dialog>
  );
}
