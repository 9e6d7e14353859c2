import { useLayoutEffect } from 'preact/hooks';
import { askPage } from '../browser/messages.ts';
import type { Tab } from '../browser/tabs.ts';
import { BackSign } from '../ui/signs.tsx';
import { copyCitation, openSite, type Subject } from './actions.ts';
import { CollectView } from './collect-view.tsx';
import { EntryView } from './entry-view.tsx';
import { Help } from './help.tsx';
import type { Command } from './keys.ts';
import type { Page } from './page.ts';
import { PaperView } from './paper-view.tsx';
import type { OnPage, Step, View } from './popup-state.ts';
import type { Say } from '../ui/toast.tsx';
import { save } from './saving.ts';
import { useKeys } from './use-keys.ts';

interface ViewScreenProps {
  readonly view: View;
  readonly page: Page;
  readonly lookAgain: () => void;
  readonly dispatch: (step: Step) => void;
  readonly tab: Tab | undefined;
  readonly say: Say;
}

/** What was opened from the list: a paper, a title of the page, or the help. */
export function ViewScreen({ view, page, lookAgain, dispatch, tab, say }: ViewScreenProps) {
  const subject: Subject | undefined = view.kind === 'paper' ? { key: view.key } : view.kind === 'entry' ? { mention: view.mention } : undefined;
  const entry = view.kind === 'help' || view.kind === 'collect' ? undefined : view.entry;
  const here = page.state === 'read' && entry?.page === page.report.url ? entry : undefined;
  const reveal = here && tab ? () => void revealOn(tab.id, here, say) : undefined;
  const saveEntry = (): void => {
    if (view.kind === 'entry') void save({ papers: [view.mention], seenAt: view.entry.page }, say, lookAgain);
  };
  const back = (): void => dispatch({ do: 'back' });
  const run = (command: Command): boolean => {
    switch (command) {
      case 'back':
        back();
        return true;
      case 'search':
        dispatch({ do: 'home' });
        return true;
      case 'help':
        if (view.kind !== 'help') dispatch({ do: 'open', target: { kind: 'help' }, scroll: scrollY });
        return true;
      case 'copy':
        if (subject) void copyCitation(subject, say);
        return subject !== undefined;
      case 'site':
        if (subject) void openSite(subject, say);
        return subject !== undefined;
      case 'save':
        if (view.kind === 'entry') saveEntry();
        return view.kind === 'entry';
      case 'reveal':
        reveal?.();
        return reveal !== undefined;
      default:
        return false;
    }
  };
  useKeys({ place: 'view', query: '', active: false, expanded: false }, run);
  useLayoutEffect(() => scrollTo(0, view.scroll), []);

  const open = (key: string): void => dispatch({ do: 'open', target: { kind: 'paper', key }, scroll: scrollY, left: key });
  const toggle = (row: string): void => dispatch({ do: 'toggle', row });
  const shared = { view, say, reveal, onOpen: open, onToggle: toggle };
  return (
    <>
      <header class="bar">
        <button type="button" class="button button-quiet back" onClick={back}>
          <BackSign /> Back
        </button>
        {view.kind !== 'help' && (
          <button type="button" class="button button-quiet help-button" aria-label="Keys and search words" onClick={() => run('help')}>
            ?
          </button>
        )}
      </header>
      <main class="place">
        {view.kind === 'help' && <Help />}
        {view.kind === 'collect' && page.state === 'read' && <CollectView report={page.report} say={say} onSaved={lookAgain} />}
        {view.kind === 'paper' && <PaperView {...shared} paperKey={view.key} />}
        {view.kind === 'entry' && <EntryView {...shared} onSave={saveEntry} mention={view.mention} entry={view.entry} />}
      </main>
    </>
  );
}

async function revealOn(tab: number, { index }: OnPage, say: Say): Promise<void> {
  const shown = await askPage(tab, 'reveal', { index }).catch(() => false);
  if (shown) window.close();
  else say('This title is no longer on the page');
}
