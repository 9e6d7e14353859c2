import { useState } from 'preact/hooks';
import type { CollectionView, PaperFilter, TagView } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { useLive } from './live.ts';
import { type ManagerState, refined, type Step } from './manager-state.ts';
import { reader } from './reader.ts';

/** Tags shown before the reader asks for all. */
const SHOWN_TAGS = 20;

interface SidebarProps {
  readonly state: ManagerState;
  readonly dispatch: (step: Step) => void;
  readonly collections: readonly CollectionView[];
  readonly tags: readonly TagView[];
  readonly sources: readonly TagView[];
}

/** Collections, tags and filters: what the list is of. */
export function Sidebar({ state, dispatch, collections, tags, sources }: SidebarProps) {
  const { filter = {}, isTrash = false } = state.query;
  const [allTags, setAllTags] = useState(false);
  const change = (part: Parameters<typeof refined>[1]): void => dispatch({ do: 'filter', filter: refined(filter, part) });
  const isAll = !isTrash && filter.collection === undefined;
  return (
    <aside class="side" aria-label="Collections and filters">
      <ul class="side-list">
        <li>
          <Choice name="All papers" isHere={isAll} onChoose={() => dispatch({ do: 'list', filter: {} })} />
        </li>
        {collections.map(({ id, name, papers, isOn }) => (
          <li key={id}>
            <Choice name={name} count={papers} note={isOn ? '' : 'off'} isHere={!isTrash && filter.collection === id} onChoose={() => dispatch({ do: 'list', filter: { collection: id } })} />
          </li>
        ))}
        <li>
          <NewCollection />
        </li>
        <li>
          <Choice name="Trash" isHere={isTrash} onChoose={() => dispatch({ do: 'list', filter: {}, isTrash: true })} />
        </li>
      </ul>
      {tags.length > 0 && (
        <>
          <h2 class="side-head">Tags</h2>
          <ul class="side-tags">
            {(allTags ? tags : tags.slice(0, SHOWN_TAGS)).map(({ tag, papers }) => (
              <li key={tag}>
                <button type="button" class="tag tag-button" aria-pressed={filter.tag === tag} onClick={() => change({ tag: filter.tag === tag ? undefined : tag })}>
                  <span dir="auto">{tag}</span> <span class="side-count">{papers}</span>
                </button>
              </li>
            ))}
          </ul>
          {tags.length > SHOWN_TAGS && (
            <button type="button" class="more" aria-expanded={allTags} onClick={() => setAllTags(!allTags)}>
              {allTags ? 'Fewer tags' : `All ${tags.length} tags`}
            </button>
          )}
          {filter.tag !== undefined && <TagDeeds key={filter.tag} tag={filter.tag} onRenamed={(tag) => change({ tag })} />}
        </>
      )}
      <h2 class="side-head">Filter</h2>
      <Filters filter={filter} sources={sources} onChange={change} />
    </aside>
  );
}

function Choice({ name, count, note = '', isHere, onChoose }: { readonly name: string; readonly count?: number; readonly note?: string; readonly isHere: boolean; readonly onChoose: () => void }) {
  return (
    <button type="button" class="side-choice" aria-current={isHere ? 'true' : undefined} onClick={onChoose}>
      <span dir="auto">{name}</span>
      <span class="side-count">
        {note} {count}
      </span>
    </button>
  );
}

function NewCollection() {
  const { say, refresh } = useLive();
  const [name, setName] = useState<string | null>(null);
  if (name === null) {
    return (
      <button type="button" class="more" onClick={() => setName('')}>
        New collection…
      </button>
    );
  }
  const add = async (): Promise<void> => {
    if (name.trim() === '') return setName(null);
    try {
      await reader('addCollection', { name: name.trim() });
      say(`Made the collection “${name.trim()}”`);
      setName(null);
      refresh();
    } catch (problem) {
      say(inWords(problem));
    }
  };
  return (
    <form
      class="side-form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input aria-label="Name of the new collection" value={name} maxLength={200} autofocus onInput={(event) => setName(event.currentTarget.value)} onKeyDown={(event) => event.key === 'Escape' && setName(null)} />
      <button type="submit" class="button">
        Make
      </button>
    </form>
  );
}

function TagDeeds({ tag, onRenamed }: { readonly tag: string; readonly onRenamed: (tag: string | undefined) => void }) {
  const { act } = useLive();
  const [name, setName] = useState(tag);
  const rename = async (to: string): Promise<void> => {
    if (to === tag) return;
    if (await act(() => reader('renameTag', { from: tag, to }))) onRenamed(to === '' ? undefined : to);
  };
  return (
    <form
      class="side-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void rename(name.trim());
      }}
    >
      <input aria-label={`New name of the tag ${tag}`} value={name} maxLength={100} onInput={(event) => setName(event.currentTarget.value)} />
      <button type="submit" class="button">
        Rename
      </button>
      <button type="button" class="button" onClick={() => void rename('')}>
        Remove everywhere
      </button>
    </form>
  );
}

const year = (text: string): number | undefined => (/^\d{4}$/.test(text) ? Number(text) : undefined);

interface FiltersProps {
  readonly filter: PaperFilter;
  readonly sources: readonly TagView[];
  readonly onChange: (part: Parameters<typeof refined>[1]) => void;
}

function Filters({ filter, sources, onChange }: FiltersProps) {
  return (
    <div class="filters">
      <label>
        From{' '}
        <input type="number" min="1000" max="9999" placeholder="year" value={filter.from ?? ''} onChange={(event) => onChange({ from: year(event.currentTarget.value) })} />
      </label>
      <label>
        To <input type="number" min="1000" max="9999" placeholder="year" value={filter.to ?? ''} onChange={(event) => onChange({ to: year(event.currentTarget.value) })} />
      </label>
      <label>
        Read{' '}
        <select
          value={filter.isRead === undefined ? '' : String(filter.isRead)}
          onChange={({ currentTarget: { value } }) => onChange({ isRead: value === '' ? undefined : value === 'true' })}
        >
          <option value="">both</option>
          <option value="false">unread</option>
          <option value="true">read</option>
        </select>
      </label>
      {sources.length > 0 && (
        <label>
          Saved from{' '}
          <select value={filter.source ?? ''} onChange={({ currentTarget: { value } }) => onChange({ source: value || undefined })}>
            <option value="">anywhere</option>
            {sources.map(({ tag, papers }) => (
              <option key={tag} value={tag}>
                {tag} ({papers})
              </option>
            ))}
          </select>
        </label>
      )}
      {Object.keys(filter).some((name) => name !== 'collection') && (
        <button type="button" class="more" onClick={() => onChange({ tag: undefined, from: undefined, to: undefined, isRead: undefined, source: undefined, words: undefined })}>
          Clear the filters
        </button>
      )}
    </div>
  );
}
