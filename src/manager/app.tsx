import { useEffect, useReducer } from 'preact/hooks';
import { Toast, useToast } from '../ui/toast.tsx';
import { ImportPlace } from './import-place.tsx';
import { KeepPlace } from './keep-place.tsx';
import { LensMenu } from './lens-menu.tsx';
import { LiveProvider, useLibrary } from './live.ts';
import { type Place, START, step } from './manager-state.ts';
import { PapersPlace } from './papers-place.tsx';
import { reader } from './reader.ts';

const PLACES: Readonly<Record<Place, string>> = { papers: 'Papers', import: 'Import', keep: 'Snapshots and storage' };
const isPlace = (name: string): name is Place => Object.hasOwn(PLACES, name);

/** The reader's library: papers, import, and what keeps them safe. The place is in the address, so that Back works. */
export function App() {
  const [said, say] = useToast();
  const live = useLibrary(say);
  const [state, dispatch] = useReducer(step, { ...START, place: placeNow() });
  useEffect(() => {
    const follow = (): void => dispatch({ do: 'go', place: placeNow() });
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const problem = live.standing?.problem;
  return (
    <LiveProvider value={live}>
      <header class="top">
        <h1 class="top-name">Your library</h1>
        <nav class="top-places" aria-label="Places">
          {Object.entries(PLACES).map(([place, name]) => (
            <a key={place} class="top-place" href={`#${place}`} aria-current={state.place === place ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        <LensMenu />
      </header>
      {problem && (
        <div class="trouble" role="alert">
          <p>{problem}</p>
          <a class="button" href="#keep">
            Snapshots and backup
          </a>
          <button type="button" class="button" onClick={() => void reader('dismissProblem', null).then(live.refresh, live.refresh)}>
            Understood
          </button>
        </div>
      )}
      {state.place === 'papers' && <PapersPlace state={state} dispatch={dispatch} />}
      {state.place === 'import' && <ImportPlace />}
      {state.place === 'keep' && <KeepPlace />}
      <Toast said={said} />
    </LiveProvider>
  );
}

function placeNow(): Place {
  const name = location.hash.slice(1);
  return isPlace(name) ? name : 'papers';
}
