import { familyNames } from '../paper/authors.ts';
import { foldWord } from '../paper/fold-word.ts';
import type { Certainty, Mention } from '../paper/paper.ts';
import { titleWords } from '../paper/title-words.ts';
import type { Reference } from './reference.ts';

/** What the collection answers about a mention, as far as it matters here. */
export type Answer =
  | { readonly state: 'in collection'; readonly certainty: Certainty; readonly paper: AnsweredPaper }
  | { readonly state: 'other paper'; readonly paper: AnsweredPaper };

interface AnsweredPaper {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number;
}

/** Shorter titles are used again by others, so that the entry must bear them out by an author. In words. */
const LONG_TITLE = 5;
/** A preprint and what it became. */
const YEARS_APART = 3;

/**
 * The mentions to ask about for one entry: what it tells apart, then each stretch that may be its title. The answers go to
 * {@link answerOf} in the same order.
 */
export function questionsOf({ mention, titled, candidates }: Reference): Mention[] {
  // An entry's text is no title; what it shows in its place must not be compared with titles.
  return [titled ? mention : { ...mention, title: '' }, ...candidates.map((title) => ({ title }))];
}

/**
 * What an entry is, by the answers to its questions; null where they leave it open. An entry is foreign text that was cut
 * by rules, so that an answer counts only where the rest of the entry bears it out.
 */
export function answerOf<A extends Answer>(reference: Reference, answers: readonly (A | null)[]): A | null {
  const [first = null, ...others] = answers;
  if (first?.state === 'in collection' && isSame(first, reference)) return first;
  const byText = others.find((answer) => answer?.state === 'in collection' && answer.certainty === 'same title' && isBorneOut(answer.paper, reference));
  if (byText) return byText;
  return first?.state === 'other paper' && reference.titled ? first : null;
}

/** A bibliography writes titles out: one that says more than the paper's is more often another paper of the same people. */
function isSame({ certainty, paper }: Answer & { state: 'in collection' }, reference: Reference): boolean {
  if (certainty === 'same id') return !isAnotherTitle(paper, reference);
  const saysMore = certainty !== 'same title' && titleWords(reference.mention.title).words.length > titleWords(paper.title).words.length;
  return !saysMore && isBorneOut(paper, reference);
}

/** An author of the paper is named in the entry; or the years agree where no authors are known, or the entry begins with its title. */
function isBorneOut({ title, authors, year }: AnsweredPaper, { mention, text, titled }: Reference): boolean {
  const families = familyNames(authors);
  if (namesOneOf(families, withoutTitle(text, title))) return true;
  if (families.length > 0 && !text.toLowerCase().startsWith(title.toLowerCase())) return false;
  if (year === undefined || mention.year === undefined) return false;
  const { length } = titleWords(title).words;
  return Math.abs(year - mention.year) <= (length >= LONG_TITLE ? YEARS_APART : length === LONG_TITLE - 1 || titled ? 1 : -1);
}

/** An id that stands beside another title altogether, and without one of the paper's authors, was put there by mistake. */
function isAnotherTitle({ title, authors }: AnsweredPaper, { mention, titled, text }: Reference): boolean {
  if (!titled) return false;
  const ours = new Set(titleWords(title).words.map(({ folded }) => folded));
  const theirs = titleWords(mention.title).words;
  const shared = theirs.filter(({ folded }) => folded.length > 3 && ours.has(folded)).length;
  return theirs.length > 0 && shared === 0 && !namesOneOf(familyNames(authors), text);
}

function namesOneOf(families: readonly string[], text: string): boolean {
  const words = new Set(text.split(/[^\p{L}\p{M}'’]+/u).map((word) => foldWord(word).replace(/[^\p{L}\p{M}]/gu, '')));
  return families.some((family) => words.has(family));
}

/** A family name inside the title ("Wasserstein GAN") is no author. */
function withoutTitle(text: string, title: string): string {
  const at = text.toLowerCase().indexOf(title.toLowerCase());
  return at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + title.length)}`;
}
