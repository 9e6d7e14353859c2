import { inWords } from '../ui/answers.ts';
import { useAsked, useLive } from './live.ts';
import { reader } from './reader.ts';

/** Which papers "in your collection" and "related" mean on pages. */
export function LensMenu() {
  const { standing, say, refresh, act } = useLive();
  const { value } = useAsked('lenses', () => reader('lenses', null));
  const current = value?.current ?? standing?.lens?.id ?? null;
  const set = async (id: number | null): Promise<void> => {
    try {
      const { lens } = await reader('setLens', { id });
      say(lens ? `Pages are marked by “${lens.name}”` : 'Pages are marked by all of your papers');
      refresh();
    } catch (problem) {
      say(inWords(problem));
    }
  };
  return (
    <div class="lens">
      <label>
        Lens{' '}
        <select value={current === null ? '' : String(current)} onChange={(event) => void set(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}>
          <option value="">All</option>
          {value?.lenses.map(({ id, name, papers }) => (
            <option key={id} value={String(id)}>
              {name} ({papers})
            </option>
          ))}
        </select>
      </label>
      {current !== null && (
        <button type="button" class="button button-quiet" onClick={() => void act(() => reader('removeLens', { id: current }))}>
          Delete this lens
        </button>
      )}
    </div>
  );
}
