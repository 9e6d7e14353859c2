import { keepChoice, readChoice } from '../browser/choices.ts';
import { ask, ExtensionGone, isAlive, servePage } from '../browser/messages.ts';
import { siteFor } from '../sites/registry.ts';
import { Badges } from './badges.ts';
import { why } from './card.tsx';
import { Cards } from './cards.ts';
import { page } from './document.ts';
import { onLooks } from './looks.ts';
import { Panel } from './panel.tsx';
import { onPart, type PageSide, type Part } from './parts.ts';
import { Queue } from './queue.ts';
import { References } from './references.ts';
import { report } from './report.ts';
import { type Row, Rows } from './rows.ts';
import { saver } from './saver.ts';
import { inSlices } from './slices.ts';
import { subjects } from './subject.ts';
import { Told } from './told.tsx';
import { Watch } from './watch.ts';

/** Reads the page, gets its titles answered and keeps a badge beside each that deserves one, until the extension is gone or the reader has taken the site back. */
export function marks(ended: () => void): void {
  const end = new AbortController();
  const { signal } = end;
  const rows = new Rows();
  const told = new Told((change) => watch.quietly(change), signal);
  const save = saver(ask, told);
  const subject = subjects(ask, save);
  let failure: string | null = null;
  let spent = 0;

  const watch = new Watch(async (url, settled) => {
    if (!isAlive()) return stop();
    const site = siteFor(url)?.site;
    const scanned = await inSlices(rows.read({ site, document: page, url, settled }), () => !signal.aborted && watch.url.href === url.href);
    if (!scanned) return null;
    spent += scanned.cost;
    const { fresh, gone, moved } = scanned.result;
    queue.remove(gone);
    badges.remove(gone);
    badges.mend();
    badges.refit(moved);
    badges.show(fresh);
    part?.read(site, url, rows.all);
    references.read(site?.bibliography, rows.all);
    queue.add(fresh);
    return { news: fresh.length > 0 || gone.length > 0, cost: scanned.cost };
  }, signal);

  const quietly = (change: () => void): void => watch.quietly(change);
  const cards = new Cards(signal);
  const badges = new Badges({ quietly, made: (badge, row) => cards.attach(badge, why(subject(row))), lost: (badge) => cards.forget(badge) });
  const panel = new Panel(
    {
      quietly,
      main: () => {
        const row = rows.all.find((row) => row.main);
        return row ? subject(row) : null;
      },
    },
    signal,
  );
  const queue = new Queue({
    ask,
    answered: (answered) => {
      badges.show(answered);
      part?.answered();
      if (answered.some(({ reference }) => reference)) references.answered();
    },
    failed: (problem) => {
      if (problem instanceof ExtensionGone) stop();
      else failure = problem instanceof Error ? problem.message : String(problem);
      setTimeout(() => part?.answered());
    },
  });
  let part: Part | undefined;
  const side: PageSide = {
    signal,
    quietly,
    queue,
    badges,
    save,
    standing: () => ask('standing', null),
    nextLens: ({ lens }) => ask('nextLens', { after: lens?.id ?? null }),
    hush: (row) => {
      const badge = badges.get(row);
      if (badge) cards.hush(badge);
    },
    readChoice,
    keepChoice,
  };
  onPart((make) => {
    part = make(side);
    if (rows.all.length > 0) part.read(siteFor(watch.url)?.site, watch.url, rows.all);
  });

  const show = (row: Row): void => {
    row.title.scrollIntoView({ block: 'center' });
    badges.get(row)?.button.focus();
  };

  const references = new References({ quietly, cards, subject, show }, signal);

  onLooks(() => {
    badges.refit();
    references.refit();
    part?.wear();
  }, signal);

  // What was asked when the reader left the page was answered to nobody.
  addEventListener('pageshow', (event) => event.persisted && queue.add(rows.all), { signal });

  /** The extension was updated, removed or sent away: leave the page as it was, in silence. */
  const stop = (): null => {
    part?.close();
    references.close();
    badges.remove(rows.all);
    end.abort();
    close();
    ended();
    return null;
  };

  const close = servePage({
    pageReport: () => {
      const { site, kind } = siteFor(watch.url) ?? {};
      return report({
        url: watch.url,
        site: site?.name ?? null,
        kind,
        empty: site?.empty?.(page, watch.url) ?? false,
        rows: rows.all,
        asking: queue.busy,
        failure,
        quiet: watch.quiet,
        lens: part?.state ?? 'none',
        marked: badges.size,
        unread: rows.unread,
        spent: spent + badges.spent,
      });
    },
    reveal: ({ index }) => {
      const row = rows.all.find((row) => row.index === index);
      if (row) show(row);
      return row?.title.isConnected ?? false;
    },
    showLens: () => part?.show() ?? false,
    leave: () => {
      stop();
      return true;
    },
    quickLookup: () => panel.toggle(),
    savePaper: async () => {
      const row = rows.all.find(({ main }) => main);
      if (!row) return false;
      if (row.identity?.state === 'in collection') told.tell('This paper is in your collection.');
      else await save(row);
      return true;
    },
    lookAgain: () => {
      queue.remove(rows.all);
      for (const row of rows.all) row.identity = row.relation = row.loose = undefined;
      queue.add(rows.all);
      part?.again();
      return true;
    },
  });
}
