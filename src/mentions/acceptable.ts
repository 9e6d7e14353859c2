import { foldWord } from '../paper/fold-word.ts';
import { plainTitle } from '../paper/plain-title.ts';
import type { TitleOf } from './paper-finder.ts';
import { INLINE_EDGE, LINK_EDGE } from './edges.ts';
import { neighbourhood, restOfBlock, settingAfter, settingBefore } from './surroundings.ts';

/** Titles of so many words are phrases of the language; longer ones and wordier ones prove themselves. */
const SHORT_WORDS = 3;
const LONG_WORDS = 6;
const LONG_LETTERS = 30;

/** A title that was found in a text, as the text has it. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly row: number;
}

/**
 * Whether letters that spell a title are the title: it must be set off on both sides, lest it is part of a longer one; and
 * the shorter it is, the more must speak for it, its own capitals and the paper's author or year beside it.
 */
export function isAcceptable(text: string, { start, end }: Occurrence, paper: TitleOf, isGeneric: boolean): boolean {
  const title = plainTitle(paper.title);
  const shown = text.slice(start, end).replaceAll(LINK_EDGE, '').replaceAll(INLINE_EDGE, '');
  const isExact = lettersInCase(shown) === lettersInCase(title);
  const before = settingBefore(text, start);
  // A title's own question mark ends nothing.
  const isAsked = /[?!]$/.test(title) && text.charAt(end) === title.at(-1);
  const after = settingAfter(text, isAsked ? end + 1 : end);
  if (before === 'none' || after === 'none') {
    // "as in Deep Image Prior (Ulyanov et al., 2018)": only where the first author follows at once.
    return before === 'none' && after !== 'none' && isExact && isCapitalised(title) && firstAuthorFollows(text, end, paper);
  }
  const words = title.split(/\s+/).length;
  const isClear = before === 'strong' && after === 'strong';
  const isLong = words >= LONG_WORDS && title.length >= LONG_LETTERS;
  if (isLong && !isGeneric) return true;
  if (hasAuthor(neighbourhood(text, start, end), paper)) return true;
  if (!isExact) return false;
  if (yearFollows(text, end, paper) && (!isGeneric || isClear)) return true;
  if (!isClear || isGeneric) return false;
  return words > SHORT_WORDS || isNameLike(title);
}

const lettersInCase = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Most words begin with a capital, as in a title and not as in a sentence. */
function isCapitalised(title: string): boolean {
  const words = title.split(/\s+/).filter((word) => word.length > 3);
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}

/** "HyperNetworks", "Wasserstein GAN", "Deep Image Prior": not "Deep learning" or "Attention", which begin any sentence. */
function isNameLike(title: string): boolean {
  const words = title.split(/\s+/);
  if (words.some((word) => /.\p{Lu}|\p{L}\d/u.test(word.replace(/^[^\p{L}]+/u, '')))) return true;
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word) || word.length <= 3);
}

function yearFollows(text: string, end: number, { year }: TitleOf): boolean {
  if (year === undefined) return false;
  const years = restOfBlock(text, end, 60).match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  return years.some((found) => Math.abs(Number(found) - year) <= 1);
}

/** The first author by a name that is no everyday word, or two of them. */
function hasAuthor(around: string, { families }: TitleOf): boolean {
  const names = new Set((around.match(/\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? []).flatMap((name) => name.split('-').map(fold).concat(fold(name))));
  const found = families.filter((family) => family.length > 1 && names.has(family));
  return found.length > 1 || (found[0] !== undefined && found[0] === families[0] && found[0].length >= 4 && !EVERYDAY.has(found[0]));
}

function firstAuthorFollows(text: string, end: number, { families: [first = ''] }: TitleOf): boolean {
  const [, name = ''] = /^[\s,([“”"]{0,3}(?:by )?(?:\p{Lu}\.?\s){0,2}(\p{Lu}[\p{L}\p{M}’'-]+)/u.exec(restOfBlock(text, end, 40)) ?? [];
  return first.length >= 3 && fold(name) === first;
}

const fold = (name: string): string => foldWord(name).replaceAll(/[^\p{L}\p{M}]/gu, '');

/** Family names that begin sentences and headings too. */
const EVERYDAY = new Set('long young brown king song rich page high best good house wood field lake park hill read hand land page main part more case bird rose hope love grace march april june price'.split(' '));
