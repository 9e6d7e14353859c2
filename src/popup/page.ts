import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask, askPage } from '../browser/messages.ts';
import { sitesAllowed } from '../browser/permissions.ts';
import type { Tab } from '../browser/tabs.ts';
import type { PageReport, SearchReply } from '../messages/views.ts';
import { inWords } from '../ui/answers.ts';
import { tabQueries } from './tab-queries.ts';

export type Page =
  | { readonly state: 'asking' }
  | { readonly state: 'read'; readonly report: PageReport }
  /** No paper page: nobody answers there, or it is none of the sites' pages with titles. `named` is the collection's paper that its address or title names. */
  | { readonly state: 'unread'; readonly answered: boolean; readonly allowed: boolean; readonly named: SearchReply | null }
  | { readonly state: 'failed'; readonly why: string };

/** Milliseconds between questions to a page that is still reading, growing to the longest. */
const BUSY = { first: 300, longest: 2_000 };
/** A page that is still loading has no content script yet: asked again so often, so far apart. */
const LOADING = { times: 4, apart: 700 };

/** What was found on the tab's page, followed while the page is still being read. */
export function usePage(tab: Tab | undefined): { readonly page: Page; readonly again: () => void } {
  const [page, setPage] = useState<Page>({ state: 'asking' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: Page): void => {
      if (wanted) setPage(next);
    };
    const later = (run: () => Promise<void>, wait: number): void => {
      if (wanted) timer = setTimeout(() => void run(), wait);
    };
    const look = async (pause: number, times: number): Promise<void> => {
      let report: PageReport | undefined;
      try {
        report = tab && (await askPage(tab.id, 'pageReport', null));
      } catch (problem) {
        // A page that answers with a failure is one thing, a page where nobody answers another.
        if (problem instanceof Error && problem.name === 'Refused') return show({ state: 'failed', why: inWords(problem) });
      }
      const named = report?.site && !nothingIn(report) ? null : await namedBy(tab);
      if (report?.site && !named) {
        show({ state: 'read', report });
        // Titles that were missed may still come.
        if (report.busy || report.problem) later(() => look(Math.min(pause * 1.5, BUSY.longest), times), pause);
        return;
      }
      show({ state: 'unread', answered: report !== undefined, allowed: await sitesAllowed(), named });
      if (tab && !report && times > 0) later(() => look(pause, times - 1), LOADING.apart);
    };
    void look(BUSY.first, LOADING.times);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [tab, attempt]);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  return { page, again };
}

/** A page where titles are neither found nor missed: a PDF of a paper is one. */
const nothingIn = ({ busy, problem, entries }: PageReport): boolean => !busy && !problem && entries.length === 0;

/** The paper that the tab's address, or else its title, names: a PDF has no other words for it. */
async function namedBy(tab: Tab | undefined): Promise<SearchReply | null> {
  for (const query of tab ? tabQueries(tab) : []) {
    const reply = await ask('search', { query, limit: 1 }).catch(() => null);
    if (reply?.named) return reply;
  }
  return null;
}
