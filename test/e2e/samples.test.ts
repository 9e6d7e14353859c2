import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/start/page.ts';
import { pageReport } from '../../src/start/page-report.ts';
import { optionalSite } from '../../src/sites/optional-sites.ts';
import { SAMPLES } from '../../src/start/sample-pages.ts';
import { until } from '../../src/start/wait.ts';
import { browserUnderTest } from './browser-under-test.ts';
import { grantedBuild } from './granted-build.ts';

/** Every sample page in the real browser: what is found on it, and what is marked as the reader's own. */
interface Sample {
  readonly url: string;
  readonly kind?: string;
  readonly entries: readonly { readonly title: string; readonly arxivId?: string; readonly collection?: boolean }[];
  /** As told: a paper of the collection by the collection's title. */
  readonly references?: readonly { readonly title: string; readonly collection?: boolean }[];
}

const samples = readdirSync(SAMPLES)
  .filter((file) => file.endsWith('.json'))
  .map((file): [string, Sample] => [file.replace('.json', ''), JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')) as Sample]);

// The reader has enabled every site that asks for it.
const optional = new Set(samples.flatMap(([, { url }]) => optionalSite(new URL(url))?.origin ?? []));
let extension: string | undefined;
const browser = browserUnderTest({
  get extension() {
    return (extension ??= grantedBuild([...optional]));
  },
});
let own: Page | undefined;

describe('sample pages', () => {
  test.each(samples)('%s', async (_, { url, entries, references = [] }) => {
    own ??= await browser().extensionPage('src/popup/popup.html');
    const asker = own;
    const page = await browser().page(url);
    const report = await until(`${url} to be answered`, async () => {
      const now = await pageReport(asker, url);
      return now && !now.busy ? now : null;
    });
    expect(report.entries.map(({ title, arxivId }) => [title, arxivId])).toEqual(entries.map(({ title, arxivId }) => [title, arxivId]));
    const mine = report.entries.filter(({ identity }) => identity?.state === 'in collection');
    expect(mine.map(({ title }) => title)).toEqual(entries.filter(({ collection }) => collection).map(({ title }) => title));

    const cited = report.references ?? [];
    expect(cited.map(({ title }) => title)).toEqual(references.map(({ title }) => title));
    const mineCited = cited.filter(({ identity }) => identity?.state === 'in collection');
    expect(mineCited.map(({ title }) => title)).toEqual(references.filter(({ collection }) => collection).map(({ title }) => title));

    const marked = [...report.entries, ...cited].filter(({ identity, relation }) => identity ?? relation).length;
    await expect.poll(async () => (await page.badges()).length, { timeout: 15_000 }).toBe(marked);
    const names = (await page.badges()).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('In your collection'))).toHaveLength(mine.length + mineCited.length);
    expect(names.filter((name) => !/^(?:In your collection|Related to)\b/.test(name))).toEqual([]);
    await page.close();
  });

  test('asked the web for the sample pages and what they link, and for nothing else', () => {
    const { served, refused, reports } = browser().traffic();
    const hosts = new Set(samples.map(([, { url }]) => new URL(url).host));
    expect(served.filter((request) => !hosts.has(new URL(request.replace('GET ', '')).host))).toEqual([]);
    expect(refused).toEqual([]);
    expect(reports).toEqual([]);
  });
});
