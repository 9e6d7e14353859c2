import { ask, ExtensionGone, isAlive, servePage } from '../browser/messages.ts';
import { siteFor } from '../sites/sites.ts';
import { BADGE } from './badge.ts';
import { Badges } from './badges.ts';
import { unclobbered } from './document.ts';
import { Queue } from './queue.ts';
import { report } from './report.ts';
import { Rows } from './rows.ts';
import { inSlices } from './slices.ts';
import { Watch } from './watch.ts';

/** Reads the page, gets its titles answered and keeps a badge beside each that deserves one, until the extension is gone. */
export function marks(): void {
  const plain = unclobbered(document);
  const end = new AbortController();
  const rows = new Rows();
  let failure: string | null = null;

  for (const left of plain.querySelectorAll(BADGE)) left.remove(); // an older version's

  const watch = new Watch(async (url, settled) => {
    if (!isAlive()) return stop();
    const site = siteFor(url);
    const scanned = await inSlices(rows.read({ site, document: plain, url, settled }), () => !end.signal.aborted && watch.url.href === url.href);
    if (!scanned) return null;
    const { fresh, gone } = scanned.result;
    queue.remove(gone);
    badges.remove(gone);
    queue.add(fresh);
    badges.show(fresh);
    badges.mend();
    return { news: fresh.length > 0 || gone.length > 0, cost: scanned.cost };
  }, end.signal);

  const badges = new Badges({ document: plain, quietly: (change) => watch.quietly(change), made: () => undefined });

  const queue = new Queue({
    ask,
    answered: (answered) => badges.show(answered),
    failed: (problem) => {
      if (problem instanceof ExtensionGone) stop();
      else failure = problem instanceof Error ? problem.message : String(problem);
    },
  });

  /** The extension was updated or removed: leave the page as it was, in silence. */
  const stop = (): null => {
    end.abort();
    badges.remove(rows.all);
    return null;
  };

  servePage({
    pageReport: () => {
      const site = siteFor(watch.url);
      return report({
        url: watch.url,
        site: site?.name ?? null,
        kind: site?.matches(watch.url),
        empty: site?.empty?.(plain, watch.url) ?? false,
        rows: rows.all,
        asking: queue.busy,
        failure,
        quiet: watch.quiet,
      });
    },
    reveal: ({ index }) => {
      const row = rows.all.find((row) => row.index === index);
      if (!row) return false;
      row.title.scrollIntoView({ block: 'center' });
      badges.get(row)?.button.focus();
      return row.title.isConnected;
    },
    quickLookup: () => false,
  });
}
