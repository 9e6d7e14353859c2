import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { copyCitation, openSite } from './actions.ts';
import { LibraryBar } from './library-bar.tsx';
import { save } from './saving.ts';
import { type Command, moved } from './keys.ts';
import { ListBox, optionId } from './list-box.tsx';
import type { Page } from './page.ts';
import type { PopupState, Step } from './popup-state.ts';
import { isMine, pageGroups, type Row, searchGroups } from './rows.ts';
import type { Search } from './search.ts';
import { useOldScroll } from './scroll.ts';
import { SearchBox } from './search-box.tsx';
import { SearchWords } from './search-words.tsx';
import { ThisPage } from './this-page.tsx';
import type { Say } from '../ui/toast.tsx';
import type { Switchable } from './site-switch.tsx';
import { useKeys } from './use-keys.ts';

interface ListScreenProps {
  readonly state: PopupState;
  readonly dispatch: (step: Step) => void;
  readonly page: Page;
  /** The site of the tab, where the reader has to enable it. */
  readonly site: Switchable | null;
  readonly lookAgain: () => void;
  readonly search: Search;
  readonly say: Say;
}

/** The search box and, below it, what was found on this page or by the query. */
export function ListScreen({ state, dispatch, page, site, lookAgain, search, say }: ListScreenProps) {
  const { list } = state;
  const box = useRef<HTMLInputElement>(null);
  const searching = list.query.trim() !== '';
  const { groups, rest } = useMemo(() => found(searching, page, search, list.rest), [searching, page, search.reply, list.rest]);
  const rows = groups.flatMap((group) => group.rows);
  const at = rows.findIndex((row) => row.id === list.active);
  const active = rows[at];
  const whole = searching ? search.fresh && search.reply?.complete !== false : page.state !== 'asking' && !(page.state === 'read' && page.report.busy);

  const open = (row: Row): void => dispatch({ do: 'open', target: row.target, scroll: scrollY });
  // Enter that came before the answer opens the best paper once it is here, never one of an older query.
  const hurried = useRef(false);
  const type = (query: string): void => {
    hurried.current = false;
    dispatch({ do: 'type', query });
    scrollTo(0, 0);
    box.current?.focus();
  };
  useEffect(() => {
    if (!search.fresh || !hurried.current) return;
    hurried.current = false;
    if (rows[0]) open(rows[0]);
  }, [search.fresh, search.reply]);

  const enter = (): boolean => {
    const chosen = active ?? (searching && search.fresh ? rows[0] : undefined);
    if (chosen) open(chosen);
    else hurried.current = searching && !search.fresh;
    return true;
  };
  // A screen reader hears the abstract that was just asked for.
  const [heard, setHeard] = useState('');
  const subject = active && subjectOf(active);
  const run = (command: Command): boolean => {
    switch (command) {
      case 'open':
        return enter();
      case 'expand':
      case 'collapse':
        if (active) dispatch({ do: 'toggle', row: active.id });
        return active !== undefined;
      case 'copy':
        if (subject) void copyCitation(subject, say);
        return subject !== undefined;
      case 'site':
        if (subject) void openSite(subject, say);
        return subject !== undefined;
      case 'save':
        if (active?.mention && !isMine(active)) void save({ papers: [active.mention], seenAt: pageUrl(page) }, say, lookAgain);
        else if (active) say('This paper is in your collection');
        return active !== undefined;
      case 'help':
        dispatch({ do: 'open', target: { kind: 'help' }, scroll: scrollY });
        return true;
      case 'search':
        dispatch({ do: 'activate', row: null });
        box.current?.select();
        return true;
      case 'clear':
        type('');
        return true;
      case 'close':
        window.close();
        return false;
      default:
        if (rows.length === 0) return false;
        box.current?.focus({ preventScroll: true });
        setHeard('');
        dispatch({ do: 'activate', row: moved(rows.map((row) => row.id), list.active, command) });
        return true;
    }
  };
  useKeys({ place: 'list', query: list.query, active: active !== undefined, expanded: active !== undefined && list.expanded.includes(active.id) }, run, box);

  useOldScroll(list.scroll, whole);
  useLayoutEffect(() => {
    box.current?.focus({ preventScroll: true });
    if (!list.active) box.current?.select();
  }, []);
  useLayoutEffect(() => {
    // A popup that was not yet on the screen could not take the focus.
    if (whole && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [whole]);

  const toggle = (row: Row): void => dispatch({ do: 'toggle', row: row.id });
  const label = searching ? 'Papers found' : 'Papers on this page';
  const papers = rows.length > 0 && <ListBox label={label} groups={groups} list={list} onOpen={open} onToggle={toggle} onAbstract={setHeard} />;
  return (
    <>
      <header class="bar">
        <SearchBox box={box} query={list.query} active={active && optionId(at)} hasRows={rows.length > 0} onType={type} />
        <button type="button" class="button button-quiet help-button" aria-label="Keys and search words" onClick={() => run('help')}>
          ?
        </button>
      </header>
      <main class="place">
        {searching ? (
          <SearchWords query={list.query} search={search}>
            {papers}
          </SearchWords>
        ) : (
          <ThisPage page={page} site={site} say={say} lookAgain={lookAgain} onCollect={() => dispatch({ do: 'open', target: { kind: 'collect' }, scroll: scrollY })} rest={rest} restShown={list.rest} onRest={() => dispatch({ do: 'rest' })} onPaper={(key, certainty) => dispatch({ do: 'open', target: { kind: 'paper', key, certainty }, scroll: scrollY })}>
            {papers}
          </ThisPage>
        )}
      </main>
      <p class="sr-only" role="status">
        {heard}
      </p>
      <footer class="hints">
        <p>
          <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> open <kbd>→</kbd> abstract <kbd>?</kbd> all keys
        </p>
        <LibraryBar say={say} onChange={lookAgain} />
      </footer>
    </>
  );
}

function found(searching: boolean, page: Page, search: Search, withRest: boolean) {
  if (searching) return { groups: search.reply ? searchGroups(search.reply) : [], rest: 0 };
  if (page.state === 'unread') return { groups: page.named ? searchGroups({ ...page.named, similar: null }) : [], rest: 0 };
  if (page.state !== 'read') return { groups: [], rest: 0 };
  const { groups, rest } = pageGroups(page.report);
  return { groups: withRest && rest.rows.length > 0 ? [...groups, rest] : groups, rest: rest.rows.length };
}

const pageUrl = (page: Page): string | undefined => (page.state === 'read' ? page.report.url : undefined);

const subjectOf = ({ target, mention }: Row) => (target.kind === 'paper' ? { key: target.key } : mention ? { mention } : undefined);
