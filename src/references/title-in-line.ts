import { cleanTitle } from './clean-title.ts';
import { areNames, arePeople, isTeam } from './names.ts';
import { quotedIn } from './quote.ts';
import type { Block, FoundTitle } from './reference.ts';
import { firstSentence, sentenceEnds } from './sentence.ts';
import { isVenue } from './venue.ts';

const YEAR = String.raw`(?:1[89]|20)\d\d[a-z]?`;
const IN_BRACKETS = new RegExp(String.raw`^(.{2,1500}?)\s*[(\[]${YEAR}(?:,[^)\]]{0,30})?[)\]]\s*[.,:]?\s+(?=\S)`, 'u');
const BARE_YEAR = new RegExp(String.raw`^(.{2,1500}?)[.,]\s+${YEAR}\.\s+(?=\S)`, 'u');
/** "Kingma, D.P., Ba, J.: ": a colon behind an initial or "et al." ends a list of names. */
const COLON = /^(.{3,1500}?(?:\p{Lu}\.|\bal\.?|\(eds?\.\))):\s+(?=\S)/u;
/** Fewer words in a line of running text may be anything: a journal, a team. */
const SURE_WORDS = 3;

/** The title in an entry that is one line of running text, where quotation marks, a year, a colon or names tell where it begins. */
export function titleInLine({ text, runs }: Block): FoundTitle | undefined {
  const line = text.replace(/^(?:\[[^\]]{1,12}\]|\d{1,3}\.)\s+/, '');
  const offset = text.length - line.length;
  const stops = runs.filter(({ kind }) => kind !== 'bold').map(({ start }) => start - offset);
  const [quoted] = quotedIn(line, stops);
  if (quoted !== undefined) {
    const before = line.slice(0, quoted.start).replace(/[\s,.:]+$/, '');
    const isAlone = before === '' || areNames(before) || isTeam(before);
    return quoted.whole && isAlone && /\p{L}/u.test(quoted.text) ? { title: cleanTitle(quoted.text), before, apart: false } : undefined;
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
  return behindNames(line, stops);
}

/** Set apart right behind the names, and with words behind it: behind a journal there are numbers. */
function isSetAsTitle(line: string, start: number, end: number): boolean {
  return areNames(line.slice(0, start).replace(/[\s,.:]+$/, '')) && /^(?:[,.]\s+|(?<=[?!.,])\s+)(?:in:?\s)?\p{L}{2}/u.test(line.slice(end)) && !isVenue(line.slice(start, end));
}

/** "L. Breiman. Random forests of a kind. *Machine Learning*": people, a sentence, and what must be a venue. */
function behindNames(line: string, stops: readonly number[]): FoundTitle | undefined {
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

const found = (title: string, before: string): FoundTitle | undefined => (isTelling(title) ? { title: cleanTitle(title), before, apart: false } : undefined);

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
