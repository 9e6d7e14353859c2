import { hostMatches } from '../browser/match-pattern.ts';
import { askPage } from '../browser/messages.ts';
import { allTabs } from '../browser/tabs.ts';

/** Takes the marks away in tabs of sites that the reader has just taken back: their scripts run on until the page is left. */
export async function leaveSites(origins: readonly string[]): Promise<void> {
  await Promise.allSettled(
    (await allTabs()).map(async (tab) => {
      const { url } = await askPage(tab, 'pageReport', null);
      if (origins.some((origin) => hostMatches(origin, url))) await askPage(tab, 'leave', null);
    }),
  );
}
