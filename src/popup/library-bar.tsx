import { ask } from '../browser/messages.ts';
import { openLibraryPage } from '../browser/popup.ts';
import { forgetAnswers, inWords, useAnswer } from '../ui/answers.ts';
import type { Say } from '../ui/toast.tsx';

interface LibraryBarProps {
  readonly say: Say;
  /** The lens was changed: the page is marked anew. */
  readonly onChange: () => void;
}

/** The lens that pages are marked by, and the way to the library page. What is wrong with the library is said here first. */
export function LibraryBar({ say, onChange }: LibraryBarProps) {
  const standing = useAnswer('standing', () => ask('standing', null));
  const lenses = useAnswer('lenses', () => ask('lenses', null));
  const set = async (id: number | null): Promise<void> => {
    try {
      const { lens } = await ask('setLens', { id });
      say(lens ? `Pages are marked by “${lens.name}”` : 'Pages are marked by all of your papers');
    } catch (problem) {
      say(inWords(problem));
    }
    forgetAnswers();
    standing.again();
    lenses.again();
    onChange();
  };
  const problem = standing.state === 'here' ? standing.value.problem : null;
  const { lenses: list, current } = lenses.state === 'here' ? lenses.value : { lenses: [], current: null };
  return (
    <div class="library-bar">
      {problem && (
        <p class="library-problem" role="alert">
          {problem}
        </p>
      )}
      {list.length > 0 && (
        <label>
          Lens{' '}
          <select value={current === null ? '' : String(current)} onChange={({ currentTarget: { value } }) => void set(value === '' ? null : Number(value))}>
            <option value="">All</option>
            {list.map(({ id, name }) => (
              <option key={id} value={String(id)}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" class="more library-open" onClick={() => void openLibraryPage().then(() => window.close())}>
        Your library{standing.state === 'here' && standing.value.papers > 0 ? ` (${standing.value.papers})` : ''}
      </button>
    </div>
  );
}
