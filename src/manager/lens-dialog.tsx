import { useState } from 'preact/hooks';
import type { Id, LensScope, PaperFilter } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { Dialog } from './dialog.tsx';
import { useLive } from './live.ts';
import { reader } from './reader.ts';

interface LensProps {
  readonly name: string;
  /** The papers of a list, now and later. */
  readonly filter?: PaperFilter | undefined;
  /** Just these papers; those below zero are of the collection that ships. */
  readonly papers?: readonly Id[] | undefined;
  readonly onClose: () => void;
}

/** Makes a lens of a list or of chosen papers, and sets it. */
export function LensDialog({ name: proposed, filter, papers, onClose }: LensProps) {
  const { say, refresh } = useLive();
  const [name, setName] = useState(proposed);
  const make = async (): Promise<void> => {
    if (name.trim() === '') return say('The lens needs a name');
    try {
      const lens = await reader('putLens', { id: null, name: name.trim(), scope: papers ? await setOf(papers) : scopeOf(filter ?? {}) });
      await reader('setLens', { id: lens.id });
      say(`Pages are marked by “${lens.name}”`);
      refresh();
      onClose();
    } catch (problem) {
      say(inWords(problem));
    }
  };
  return (
    <Dialog title="Make a lens" onClose={onClose}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <p>While a lens is set, “in your collection” and “related” on pages mean its papers alone. {papers ? 'It holds the papers chosen now.' : 'It holds the papers of this list, and those that come into it later.'}</p>
        <label class="field">
          Name <input value={name} maxLength={200} autofocus onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button button-strong">
          Make and use it
        </button>
      </form>
    </Dialog>
  );
}

/** The plainest scope that means the same as a filter. */
export function scopeOf(filter: PaperFilter): LensScope {
  const { collection, tag } = filter;
  const parts = Object.keys(filter).length;
  if (parts === 1 && collection !== undefined) return { kind: 'collection', collection };
  if (parts === 1 && tag !== undefined) return { kind: 'tag', tag };
  return { kind: 'filter', filter };
}

async function setOf(papers: readonly Id[]): Promise<LensScope> {
  const shipped = papers.filter((id) => id < 0);
  const bundled = await Promise.all(shipped.map(async (id) => (await reader('detail', { id })).key));
  return { kind: 'set', papers: papers.filter((id) => id > 0), bundled };
}
