import type { ComponentChildren } from 'preact';
import { askPage } from '../browser/messages.ts';
import { askForSites } from '../browser/permissions.ts';
import { activeTab } from '../browser/tabs.ts';
import type { PageEntry, PageReport } from '../messages/views.ts';
import { closestWords, coverageOf, coverageWords } from '../ui/coverage.ts';
import type { Certainty } from '../paper/paper.ts';
import { count } from '../ui/words.ts';
import { useLate } from '../ui/answers.ts';
import { Notice } from '../ui/notice.tsx';
import type { Say } from '../ui/toast.tsx';
import { AnyPage } from './any-page.tsx';
import type { Page } from './page.ts';
import { PageFacts } from './page-facts.tsx';
import { SiteSwitch, type Switchable } from './site-switch.tsx';

interface ThisPageProps {
  readonly page: Page;
  /** The site of the tab, where the reader has to enable it. */
  readonly site: Switchable | null;
  readonly say: Say;
  readonly lookAgain: () => void;
  /** Titles of the page that are neither in the collection nor close to it. */
  readonly rest: number;
  readonly restShown: boolean;
  readonly onRest: () => void;
  /** Saving many titles at once. */
  readonly onCollect: () => void;
  /** Opens a paper of the collection by its key. */
  readonly onPaper: (key: string, certainty: Certainty) => void;
  /** The list, where there is one. */
  readonly children: ComponentChildren;
}

/** What was found on the page the reader looks at. */
export function ThisPage({ page, site, say, lookAgain, rest, restShown, onRest, onCollect, onPaper, children }: ThisPageProps) {
  const late = useLate(page.state === 'asking');
  return (
    <>
      <div class="place-head">
        <h1 class="place-title">This page</h1>
        {page.state === 'read' && <p class="place-words">{summary(page.report)}</p>}
        {page.state === 'read' && page.report.references && <p class="place-words">{referencesSummary(page.report.references)}</p>}
      </div>
      {page.state === 'asking' && late && <p class="quiet">Reading this page…</p>}
      {page.state === 'failed' && (
        <Notice title="This page could not be read" action={{ label: 'Try again', run: lookAgain }}>
          <p>{page.why}</p>
        </Notice>
      )}
      {page.state === 'unread' && <Unread page={page} site={site} lookAgain={lookAgain} />}
      {page.state === 'read' && <Trouble report={page.report} lookAgain={lookAgain} />}
      {page.state === 'read' && page.report.lens === 'closed' && <BringLensBack lookAgain={lookAgain} />}
      {page.state === 'read' && !page.report.busy && page.report.entries.length > 1 && (
        <button type="button" class="more" onClick={onCollect}>
          Save papers of this page…
        </button>
      )}
      {children}
      {rest > 0 && (
        <button type="button" class="button rest" aria-expanded={restShown} onClick={onRest}>
          {restShown ? 'Hide' : 'Show'} the {count(rest, 'other title')}
        </button>
      )}
      {page.state === 'read' && <PageFacts report={page.report} say={say} />}
      {page.state === 'read' && site?.on && <SiteSwitch site={site} changed={lookAgain} />}
      {page.state !== 'asking' && <AnyPage onOpen={({ identity }) => onPaper(identity.paper.key, identity.certainty)} />}
    </>
  );
}

/** "arXiv listing: 25 titles, 2 in your collection, 5 close to it". */
function summary({ site, busy, problem, entries }: PageReport): string {
  if (entries.length === 0) return problem ? (site ?? '') : '';
  const mine = entries.filter((entry) => entry.identity?.state === 'in collection').length;
  const close = entries.filter((entry) => entry.identity?.state !== 'in collection' && entry.relation).length;
  const parts = [count(entries.length, 'title'), mine > 0 && `${mine} in your collection`, close > 0 && `${close} close to it`, busy && 'still reading…'];
  return `${site ?? ''}: ${parts.filter(Boolean).join(', ')}`;
}

/** "14 of 52 references are in your collection; the 5 closest others are listed below." */
function referencesSummary(references: readonly PageEntry[]): string {
  const coverage = coverageOf(references);
  return `${coverageWords(coverage)}${coverage.closest.length > 0 ? `; ${closestWords(coverage)} listed below` : ''}.`;
}

function Trouble({ report, lookAgain }: { readonly report: PageReport; readonly lookAgain: () => void }) {
  const { problem, busy, entries } = report;
  if (problem) {
    return (
      <Notice title={problem} action={{ label: 'Look again', run: lookAgain }}>
        <p>Paperkin expected paper titles here. The page may still be loading, or the site has changed how it writes them. Rather than guess, nothing is marked.</p>
      </Notice>
    );
  }
  if (busy) return null;
  if (entries.length === 0) {
    return (
      <Notice title="No papers on this page">
        <p>The page was read; it lists none.</p>
      </Notice>
    );
  }
  if (entries.some((entry) => entry.identity ?? entry.relation)) return null;
  return (
    <Notice title={entries.length === 1 ? 'Not close to your collection' : 'Nothing close to your collection'}>
      <p>
        {entries.length === 1 ? 'The title was read and compared' : `${count(entries.length, 'title')} were read and compared`} with every paper you have. None shares enough to be marked.
      </p>
    </Notice>
  );
}

/** The bar that the reader closed on this site. */
function BringLensBack({ lookAgain }: { readonly lookAgain: () => void }) {
  const show = async (): Promise<void> => {
    const tab = await activeTab();
    if (tab) await askPage(tab.id, 'showLens', null).catch(() => false);
    lookAgain();
  };
  return (
    <button type="button" class="button rest" onClick={() => void show()}>
      Show the lens bar on this site again
    </button>
  );
}

interface UnreadProps {
  readonly page: Page & { state: 'unread' };
  readonly site: Switchable | null;
  readonly lookAgain: () => void;
}

function Unread({ page, site, lookAgain }: UnreadProps) {
  if (page.named) {
    return (
      <>
        <p class="quiet">Nothing is marked on this page itself, but its address or title names a paper you have.</p>
        {site && <SiteSwitch site={site} changed={lookAgain} />}
      </>
    );
  }
  if (!page.allowed) {
    const allow = (): void => void askForSites().then(lookAgain, lookAgain);
    return (
      <Notice title="Paperkin may not read the paper sites yet" action={{ label: 'Allow the paper sites', run: allow }}>
        <p>Your browser lets you decide which sites an extension reads. Until you allow arXiv and the others, no title is marked; searching works all the same.</p>
      </Notice>
    );
  }
  if (site) {
    return (
      <Notice title={site.on ? `No papers found on this page of ${site.name}` : `Titles on ${site.name} are not marked`}>
        {site.on ? <p>Marking is on for this site. {!page.answered && 'Reload the page if it was open before.'}</p> : <p>{site.hasAdapter ? 'Paperkin knows this site.' : 'Of other sites Paperkin reads what a page about one paper says of itself.'} It runs here only if you say so, and your browser will ask you once more.</p>}
        <SiteSwitch site={site} changed={lookAgain} />
      </Notice>
    );
  }
  return (
    <Notice title="Not a page of papers">
      <p>Titles are marked on arXiv, ar5iv, alphaXiv, Hugging Face Papers and archived Papers with Code. Elsewhere Paperkin looks only where you ask it to.</p>
      {!page.answered && <p>Are you on one of them? Reload it: tabs opened before Paperkin was installed or updated are read after that.</p>}
    </Notice>
  );
}
