import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../src/start/wait.ts';
import { abstractPage, listing, PRIOR, STRANGER } from './content-pages.ts';
import { openUnwatched, type UnwatchedChromium } from './unwatched-chromium.ts';

/** Asks for the paper's page to be prerendered, and goes there when that has been so for a while. */
const LISTING = `const rules = document.createElement('script'); rules.type = 'speculationrules';
rules.textContent = JSON.stringify({ prerender: [{ urls: ['/abs/${PRIOR.id}'], eagerness: 'immediate' }] }); document.head.append(rules);
setTimeout(() => { location.href = '/abs/${PRIOR.id}'; }, 8000);`;

/** Tells the server what it saw: whether it was born unseen, the badges up to the moment it is shown, and those soon after. */
const PAPER = `const count = () => document.querySelectorAll('paperkin-badge').length;
const tell = (what) => fetch('/told?' + what);
const unseen = document.prerendering;
tell('unseen=' + unseen);
if (unseen) setTimeout(() => tell('before=' + count()), 3000);
document.addEventListener('prerenderingchange', () => { tell('shown=' + count());
  const look = setInterval(() => { if (count() === 0) return; clearInterval(look); setTimeout(() => tell('after=' + count()), 500); }, 50); });`;

let chromium: UnwatchedChromium;
beforeAll(async () => {
  chromium = await openUnwatched([listing('cs.LG/new', [STRANGER], { script: LISTING }), abstractPage(PRIOR, { script: PAPER })]);
});
afterAll(() => chromium.close());

test('a page is left alone while it is prerendered, and marked once when it is shown', async () => {
  await chromium.open('https://arxiv.org/list/cs.LG/new');
  const told = (): string[] => chromium.site.hits.flatMap((hit) => hit.split('/told?')[1] ?? []);
  await until('the page to be marked', () => told().some((what) => what.startsWith('after=')), 40_000);
  expect(told()).toEqual(['unseen=true', 'before=0', 'shown=0', 'after=1']);
});
