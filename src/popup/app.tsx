import { useEffect, useReducer } from 'preact/hooks';
import type { Tab } from '../browser/tabs.ts';
import { ListScreen } from './list-screen.tsx';
import { keep } from './memory.ts';
import { usePage } from './page.ts';
import { type PopupState, standAt, step } from './popup-state.ts';
import { useSearch } from './search.ts';
import { Toast, useToast } from '../ui/toast.tsx';
import { useSite } from './site-switch.tsx';
import { ViewScreen } from './view-screen.tsx';

/** The popup: a list, and whatever was opened from it on top. */
export function App({ opened, tab }: { readonly opened: PopupState; readonly tab: Tab | undefined }) {
  const [state, dispatch] = useReducer(step, opened);
  const { page, again } = usePage(tab);
  const site = useSite(tab?.url);
  const search = useSearch(state.list.query);
  const [said, say] = useToast();
  useKept(state, opened);
  const view = state.trail.at(-1);
  return (
    <>
      {view ? (
        <ViewScreen key={`${state.trail.length} ${view.kind === 'paper' ? view.key : view.kind}`} view={view} page={page} lookAgain={again} dispatch={dispatch} tab={tab} say={say} />
      ) : (
        <ListScreen state={state} dispatch={dispatch} page={page} site={site} lookAgain={again} search={search} say={say} />
      )}
      <Toast said={said} />
    </>
  );
}

/** Milliseconds after the last change or scroll before the state is put away. */
const SETTLED = 100;

/** Keeps the state and the scroll, so that a popup closed at any moment opens as it was. */
function useKept(state: PopupState, opened: PopupState): void {
  useEffect(() => {
    const save = (): void => void keep(standAt(state, scrollY)).catch(() => undefined);
    // What was just recalled is not put away again before it has been scrolled to its old place.
    let timer = state === opened ? undefined : setTimeout(save);
    const onScroll = (): void => {
      clearTimeout(timer);
      timer = setTimeout(save, SETTLED);
    };
    addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', onScroll);
    };
  }, [state, opened]);
}
