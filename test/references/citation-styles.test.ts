import { beforeAll, describe, expect, it } from 'vitest';
import { openKeys, type Identify } from '../../src/paper/identity.ts';
import { buildKeys } from '../../src/paper/identity-keys.ts';
import { titleKey } from '../../src/paper/title-key.ts';
import { type Answer, answerOf, questionsOf } from '../../src/references/match.ts';
import type { Reference } from '../../src/references/reference.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { bibliographyHtml, type Cited, STYLES } from './citation-styles.ts';
import { readBibliography } from './read-bibliography.ts';

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
    { title: `Beyond Waves: ${paper.title}`, authors: paper.authors, year },
    { title: `${paper.title}, Part II`, authors: paper.authors, year },
    { title: `${paper.title}: A Second Look at Invented Harbours`, authors: strangers(nth), year },
    { title: `Comment on “${paper.title}”`, authors: paper.authors, year },
    { title: `${paper.title}, revisited`, authors: paper.authors, year },
  ].slice(nth % 9, (nth % 9) + 1);
});

/** Of some papers the collection knows no authors: a bibliography does. */
const signed = (paper: Cited, nth: number): Cited => (paper.authors.length > 0 ? paper : { ...paper, authors: strangers(nth) });
const withoutId = ({ title, authors, year = 2020 }: Cited): Cited => ({ title, authors, year });

/** Share of titles that a style tells apart, where that is not nearly all. Between commas, or before a journal in plain type, nothing does. */
const TOLD: Readonly<Record<string, number>> = { elsevier: 0, physics: 0, iop: 0, vancouver: 0, unblocked: 0.75 };

let identify: Identify;
beforeAll(() => {
  identify = openKeys(buildKeys(papers));
});

function answer(reference: Reference): Answer | null {
  const answers = questionsOf(reference).map((question): Answer | null => {
    const found = identify(question);
    const paper = found && papers[found.row];
    if (found === undefined || paper === undefined) return null;
    return found.kind === 'same' ? { state: 'in collection', certainty: found.certainty, paper } : { state: 'other paper', paper };
  });
  return answerOf(reference, answers);
}

describe.each(Object.entries(STYLES))('a bibliography in the style %s', (name, style) => {
  // Half in the collection, half not, mixed.
  const cited = papers.flatMap((paper, nth): Cited[] => [signed(name === 'plain' ? paper : withoutId(paper), nth), ...decoys.slice(nth, nth + 1)]);
  const planted = new Set(papers.map(({ title }) => title));
  const isMine = (nth: number): boolean => nth % 2 === 0;
  let entries: Reference[];
  beforeAll(() => {
    entries = readBibliography(`<!doctype html><article class="ltx_document">${bibliographyHtml(style, cited)}</article>`, ADDRESS);
  }, 60_000);

  it('gives every entry', () => {
    expect(planted.size).toBe(papers.length);
    expect(entries).toHaveLength(cited.length);
  });

  it('has at least 98 of 100 papers of the collection found, and none that is not in it', () => {
    const answers = entries.map(answer);
    const mine = answers.map((found) => (found?.state === 'in collection' ? found.paper.title : undefined));
    const missed = cited.filter(({ title }, nth) => isMine(nth) && mine[nth] !== title);
    const wrong = cited.filter((_, nth) => !isMine(nth) && mine[nth] !== undefined);
    if (missed.length + wrong.length > 0) console.log(`${name}: ${papers.length - missed.length} of ${papers.length} found, ${wrong.length} false`, missed.slice(0, 8).map(({ title }) => title), wrong.slice(0, 5));
    expect(wrong).toEqual([]);
    expect(missed.length).toBeLessThanOrEqual(papers.length * 0.02);
  });

  it('has at least 95 of 100 titles told apart right, where a title is told apart', () => {
    const told = entries.flatMap((entry, nth) => (entry.titled ? [[entry.mention.title, cited[nth]?.title ?? ''] as const] : []));
    const wrong = told.filter(([found, title]) => titleKey(found) !== titleKey(title));
    if (wrong.length > 0) console.log(`${name}: ${told.length} of ${cited.length} titles told apart, ${wrong.length} wrong`, wrong.slice(0, 8));
    expect(told.length).toBeGreaterThanOrEqual(cited.length * (TOLD[name] ?? 0.9));
    expect(wrong.length).toBeLessThanOrEqual(told.length * 0.05);
  });
});
