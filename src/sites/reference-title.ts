import { areNames, arePeople } from './reference-names.ts';
import { quotedIn } from './reference-quote.ts';
import { firstSentence, sentenceEnds } from './reference-sentence.ts';
import { type Block, joinBlocks } from './reference-text.ts';
import { isSetAsVenue, isVenue } from './reference-venue.ts';
import { visibleText } from './title-text.ts';

export interface FoundTitle {
  readonly title: string;
  /** What stands before it: authors, as far as there are some. */
  readonly before: string;
  readonly place: Element;
  /** The page itself sets the title apart, so that nothing else of the entry need be looked at. */
  readonly apart: boolean;
}

const LETTERS = /\p{L}/u;
const YEAR = String.raw`(?:1[89]|20)\d\d[a-z]?`;
const IN_BRACKETS = new RegExp(String.raw`^(.{2,1500}?)\s*[(\[]${YEAR}(?:,[^)\]]{0,30})?[)\]]\s*[.,:]?\s+(?=\S)`, 'u');
const BARE_YEAR = new RegExp(String.raw`^(.{2,1500}?)[.,]\s+${YEAR}\.\s+(?=\S)`, 'u');
/** "Kingma, D.P., Ba, J.: ": a colon behind an initial or "et al." ends a list of names. */
const COLON = /^(.{3,1500}?(?:\p{Lu}\.|\bal\.?|\(eds?\.\))):\s+(?=\S)/u;
/** Fewer words in a line of running text may be anything: a journal, a team. */
const SURE_WORDS = 3;

/**
 * The title of an entry, where its page or its style tells it apart: marked as title, a block of its own, in quotation
 * marks, or behind a year, a colon or names. Undefined where that would be a guess.
 */
export function titleOf(item: Element, blocks: readonly Block[]): FoundTitle | undefined {
  const [first, second] = blocks;
  if (first === undefined) return undefined;
  const marked = [...item.querySelectorAll('.ltx_bib_title')].find((element) => element.closest('.ltx_tag, .ltx_bibtag') === null);
  if (marked !== undefined) {
    const title = cleanTitle(visibleText(marked, 512));
    return title === '' ? undefined : { title, before: marked.closest('.ltx_bibblock') === first.element ? '' : first.text, place: marked.closest('.ltx_bibblock') ?? marked, apart: true };
  }
  if (second !== undefined && (areNames(first.text) || isTeam(first.text)) && !isVenue(second.text) && !isSetAsVenue(second)) {
    const title = cleanTitle(titlePart(second));
    if (LETTERS.test(title)) return { title, before: first.text, place: second.element, apart: true };
  }
  return titleInLine(joinBlocks(first.element, blocks), first.element);
}

/** A name of few words that has no list of people: "The Theano Development Team", "OpenAI". */
const isTeam = (text: string): boolean => text.split(/\s+/).length <= 6 && /^[\p{Lu}\p{Lo}]/u.test(text);

/** A block's title without what some styles put behind it in the same block. */
function titlePart({ text, runs }: Block): string {
  const venue = runs.find(({ kind, start }) => kind !== 'bold' && start > 0 && /[.?!”"](?:\s+in:?)?\s*$/i.test(text.slice(0, start)) && sentenceEnds(text.slice(0, start)).length > 0);
  const upTo = venue === undefined ? text : text.slice(0, venue.start).replace(/(?<=[.?!”"])\s+in:?\s*$/i, '').trim();
  let whole = 0;
  for (const end of sentenceEnds(upTo)) {
    if (whole > 0 && isVenue(upTo.slice(whole).trim())) break;
    whole = end;
  }
  return upTo.slice(0, whole).trim();
}

/** Of a line of running text. */
function titleInLine({ text, runs }: Block, place: Element): FoundTitle | undefined {
  const line = text.replace(/^(?:\[[^\]]{1,12}\]|\d{1,3}\.)\s+/, '');
  const offset = text.length - line.length;
  const stops = runs.filter(({ kind }) => kind !== 'bold').map(({ start }) => start - offset);
  const [quoted] = quotedIn(line, stops);
  const found = (title: string, before: string): FoundTitle | undefined => (isTelling(title) ? { title: cleanTitle(title), before, place, apart: false } : undefined);
  if (quoted !== undefined) {
    const before = line.slice(0, quoted.start).replace(/[\s,.:]+$/, '');
    const isAlone = before === '' || areNames(before) || isTeam(before);
    return quoted.whole && isAlone && LETTERS.test(quoted.text) ? { title: cleanTitle(quoted.text), before, place, apart: false } : undefined;
  }
  const set = runs.find(({ kind, start }) => kind !== 'bold' && start > offset);
  if (set !== undefined && isSetAsTitle(line, set.start - offset, set.end - offset)) return found(line.slice(set.start - offset, set.end - offset), line.slice(0, set.start - offset));
  for (const pattern of [IN_BRACKETS, BARE_YEAR, COLON]) {
    const match = pattern.exec(line);
    if (match === null || !areNames(match[1] ?? '')) continue;
    const at = match[0].length;
    if (stops.includes(at) || isVenue(line.slice(at))) return undefined;
    const part = upToStop(line, at, stops);
    return found(part, match[1] ?? '');
  }
  return behindNames(line, stops, found);
}

/** Set apart right behind the names, and with words behind it: behind a journal there are numbers. */
function isSetAsTitle(line: string, start: number, end: number): boolean {
  return areNames(line.slice(0, start).replace(/[\s,.:]+$/, '')) && /^(?:[,.]\s+|(?<=[?!.,])\s+)(?:in:?\s)?\p{L}{2}/u.test(line.slice(end)) && !isVenue(line.slice(start, end));
}

/** "L. Breiman. Random forests of a kind. *Machine Learning*": people, a sentence, and what must be a venue. */
function behindNames(line: string, stops: readonly number[], found: (title: string, before: string) => FoundTitle | undefined): FoundTitle | undefined {
  for (const end of sentenceEnds(line).slice(0, 3)) {
    const before = line.slice(0, end);
    if (!arePeople(before)) return undefined;
    const at = end + blanks(line.slice(end));
    if (stops.includes(at) || isVenue(line.slice(at))) return undefined;
    const title = upToStop(line, at, stops);
    const after = at + title.length + blanks(line.slice(at + title.length));
    const isFollowed = stops.includes(after) || isVenue(line.slice(after));
    if (isFollowed && title.split(/\s+/).length > SURE_WORDS) return found(title, before);
    if (!areNames(line.slice(0, sentenceEnds(line).find((next) => next > end) ?? 0))) return undefined;
  }
  return undefined;
}

const blanks = (text: string): number => text.length - text.trimStart().length;

/** The title that begins at `at`: its sentence, cut where something set apart begins behind a full stop or comma. */
function upToStop(line: string, at: number, stops: readonly number[]): string {
  const sentence = firstSentence(line.slice(at), stops.map((stop) => stop - at));
  const stop = stops.find((offset) => offset > at && offset < at + sentence.length && /[.,?!]\s(?:in:?\s)?$/i.test(line.slice(at, offset)));
  return stop === undefined ? sentence : line.slice(at, stop).replace(/[\s,]*(?:\bin:?)?\s*$/i, '');
}

function isTelling(title: string): boolean {
  // "Annals of Physics, 303" has a volume behind its name.
  return title.split(/\s+/).length >= SURE_WORDS && !/,\s*\d+(?:[\s,(:]|$)/.test(title) && /\p{L}{3}/u.test(title);
}

/** A title without what closes it: full stop, comma, quotation marks around it all, and a date, a class or an edition behind it. */
export function cleanTitle(text: string): string {
  let title = text.trim();
  const [quoted] = quotedIn(title);
  if (quoted !== undefined && quoted.start === 0 && /^[\s.,;]*$/.test(title.slice(quoted.end))) title = quoted.text;
  return title
    .replace(/[\s.,;:]+$/, '')
    .replace(/\s*\[(?:[a-z-]+(?:\.[A-Z]{2})?|online)\]$/i, '')
    .replace(/,\s*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*)?(?:1[89]|20)\d\d[a-z]?$/i, '')
    .replace(/\s*\((?:1[89]|20)\d\d[a-z]?\)$/, '')
    .replace(/,\s*(?:volume\s+\d+.*|vol\.\s*\d+.*|(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|revised)\s+ed(?:ition|\.).*)$/i, '')
    .replace(/[\s.,;:]+$/, '');
}
