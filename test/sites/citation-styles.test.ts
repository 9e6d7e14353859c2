import { beforeAll, describe, expect, it } from 'vitest';
import { openKeys, type Identify } from '../../src/paper/identity.ts';
import { buildKeys } from '../../src/paper/identity-keys.ts';
import { titleKey } from '../../src/paper/title-key.ts';
import { bibliography } from '../../src/sites/bibliography.ts';
import { type Answer, answerOf, questionsOf } from '../../src/sites/reference-match.ts';
import type { Entry } from '../../src/sites/site.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { bibliographyHtml, type Cited, STYLES } from './citation-styles.ts';
import { parsePage } from './read-page.ts';

const ADDRESS = 'https://arxiv.org/html/2611.00001v1';
const papers = bundledPapers();

const NAMES = ['Ada Sample', 'Bo H. Instance', 'Łukasz Żółty', 'José Pérez', 'Xiaoming van der Berg', 'Jean-Luc Dupont', 'Élodie D’Arc', 'Søren Ångström'];
const strangers = (nth: number): string[] => [NAMES[nth % 8], NAMES[(nth + 3) % 8], NAMES[(nth + 5) % 8]].flatMap((name) => name ?? []).slice(0, 1 + (nth % 3));

/** Not in the collection, however much like it: its titles by other authors, one word more or less, and titles of no kin. */
const decoys: Cited[] = papers.flatMap((paper, nth): Cited[] => {
  // By its title alone no paper is told from another of the same year.
  if (paper.authors.length === 0) return [{ title: `${paper.title} for Invented Harbours`, authors: strangers(nth), year: 2020 }];
  const words = paper.title.split(' ');
  const year = 2012 + (nth % 12);
  return [
    { title: paper.title, authors: strangers(nth), year },
    { title: words.slice(0, -1).join(' ') || 'Nothing', authors: paper.authors, year },
    { title: `${paper.title} for Invented Harbours`, authors: paper.authors, year },
    { title: `On the Tides of ${['Inlet', 'Sound', 'Firth', 'Bay'][nth % 4]} ${nth}: What Moored Instruments Tell`, authors: strangers(nth + 1), year },
  ].slice(nth % 4, (nth % 4) + 1);
});

/** Of some papers the collection knows no authors: a bibliography does. */
const signed = (paper: Cited, nth: number): Cited => (paper.authors.length > 0 ? paper : { ...paper, authors: strangers(nth) });
const withoutId = ({ title, authors, year = 2020 }: Cited): Cited => ({ title, authors, year });

let identify: Identify;
beforeAll(() => {
  identify = openKeys(buildKeys(papers));
});

function answer(entry: Entry): Answer | null {
  const { mention, reference } = entry;
  if (reference === undefined) throw new Error('no entry of a bibliography');
  const answers = questionsOf(mention, reference).map((question): Answer | null => {
    const found = identify(question);
    const paper = found && papers[found.row];
    if (found === undefined || paper === undefined) return null;
    return found.kind === 'same' ? { state: 'in collection', certainty: found.certainty, paper } : { state: 'other paper', paper };
  });
  return answerOf(mention, reference, answers);
}

describe.each(Object.entries(STYLES))('a bibliography in the style %s', (name, style) => {
  // Half in the collection, half not, mixed.
  const cited = papers.flatMap((paper, nth): Cited[] => [signed(name === 'plain' ? paper : withoutId(paper), nth), ...decoys.slice(nth, nth + 1)]);
  const planted = new Set(papers.map(({ title }) => title));
  const isMine = (nth: number): boolean => nth % 2 === 0;
  let entries: (Entry | undefined)[];
  beforeAll(() => {
    const document = parsePage(`<!doctype html><article class="ltx_document">${bibliographyHtml(style, cited)}</article>`, ADDRESS);
    entries = Array.from(bibliography.entries(document), (item) => bibliography.entry(item, new URL(ADDRESS)));
  }, 60_000);

  it('gives every entry', () => {
    expect(planted.size).toBe(papers.length);
    expect(entries).toHaveLength(cited.length);
    expect(entries).not.toContain(undefined);
  });

  it('has at least 98 of 100 papers of the collection found, and none that is not in it', () => {
    const answers = entries.map((entry) => entry && answer(entry));
    const mine = answers.map((found) => (found?.state === 'in collection' ? found.paper.title : undefined));
    const missed = cited.filter(({ title }, nth) => isMine(nth) && mine[nth] !== title);
    const wrong = cited.filter((_, nth) => !isMine(nth) && mine[nth] !== undefined);
    console.log(`${name}: ${papers.length - missed.length} of ${papers.length} found, ${wrong.length} false`, missed.slice(0, 8).map(({ title }) => title), wrong.slice(0, 5));
    expect(wrong).toEqual([]);
    expect(missed.length).toBeLessThanOrEqual(papers.length * 0.02);
  });

  it('has at least 95 of 100 titles told apart right, where a title is told apart', () => {
    const told = entries.flatMap((entry, nth) => (entry?.reference?.titled ? [[entry.mention.title, cited[nth]?.title ?? ''] as const] : []));
    const wrong = told.filter(([found, title]) => titleKey(found) !== titleKey(title));
    console.log(`${name}: ${told.length} of ${cited.length} titles told apart, ${wrong.length} wrong`, wrong.slice(0, 8));
    expect(wrong.length).toBeLessThanOrEqual(told.length * 0.05);
  });
});
