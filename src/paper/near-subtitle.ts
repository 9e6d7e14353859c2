import { joinWords, type TitleWord, type TitleWords } from './title-words.ts';

/** Words that say nothing of a paper's subject. */
const SMALL = new Set(
  'a an the and or but nor of for from with without in on at by to into onto over under via using as is are be can do does did it its their this that these those we you our your how what when why where which who not no vs versus through towards toward between among across within about than then there new novel'.split(' '),
);
/** Subtitles with one of these words make another paper of the same subject: a second part, a survey, a comment. */
const ANOTHER_PAPER = new Set(
  ('part parts vol volume chapter lecture lectures series i ii iii iv v vi vii viii ix x first second third survey surveys review reviews overview tutorial primer introduction perspective perspectives comment comments ' +
    'commentary reply response rebuttal discussion note notes erratum errata corrigendum correction addendum supplement supplementary supplemental appendix material revisited revisiting rethinking extension extensions extended ' +
    'reproducibility reproduction replication replicability reproducing reanalysis reassessment critique criticism challenge challenges competition workshop proceedings report dataset benchmark benchmarks benchmarking ' +
    'theory experiment experiments experimental application applications case study studies analysis evaluation comparison comparative implementation progress advances future update updated generalization').split(' '),
);

/** Where a title with a subtitle is found by its head. */
export function subtitleProbes(title: TitleWords): string[] {
  return hasSubtitle(title) && isTelling(headOf(title)) ? [`h:${joinWords(headOf(title))}`] : [];
}

/** Asks for titles with the same head, and for the head as a whole title (`t:`, as {@link buildKeys} names title keys). */
export function subtitleQueries(title: TitleWords): string[] {
  const head = headOf(title);
  const key = joinWords(head);
  return isTelling(head) ? [`h:${key}`, ...(hasSubtitle(title) ? [`t:${key}`] : [])] : [];
}

/**
 * The same telling head, and a subtitle that theirs dropped, or reworded while keeping most of its subject. What theirs
 * adds is more often a later paper's: that needs a shared author.
 * Not: subtitles that differ by one word only, and those that name another kind of paper or number.
 */
export function changedSubtitle(ours: TitleWords, theirs: TitleWords, sharesAuthor: boolean): boolean {
  if (hasSubtitle(ours)) {
    if (!isTelling(headOf(ours)) || joinWords(headOf(ours)) !== joinWords(headOf(theirs))) return false;
    return hasSubtitle(theirs) ? isReworded(tailOf(ours), tailOf(theirs), sharesAuthor) : isAside(tailOf(ours));
  }
  return sharesAuthor && hasSubtitle(theirs) && isTelling(headOf(theirs)) && joinWords(headOf(theirs)) === joinWords(ours.words) && isAside(tailOf(theirs));
}

/** A subtitle that can come and go without making another paper. */
function isAside(tail: readonly TitleWord[]): boolean {
  return tail.length >= 2 && !tail.some(({ folded }) => makesAnother(folded));
}

function isReworded(ours: readonly TitleWord[], theirs: readonly TitleWord[], sharesAuthor: boolean): boolean {
  const [a, b] = [content(ours), content(theirs)];
  const shared = [...a].filter((word) => b.has(word));
  const apart = [...a, ...b].filter((word) => !(a.has(word) && b.has(word)));
  if (shared.length < 2 || shared.length < 2 * apart.length || apart.some(makesAnother) || differsByOneWord(ours, theirs)) return false;
  const onlyAdds = theirs.length > ours.length && shared.length === a.size;
  return !onlyAdds || sharesAuthor;
}

/** One word dropped, added or replaced, where a compound is one word. */
function differsByOneWord(ours: readonly TitleWord[], theirs: readonly TitleWord[]): boolean {
  const [a, b] = [compounds(ours), compounds(theirs)];
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

function compounds(words: readonly TitleWord[]): string[] {
  const whole: string[] = [];
  for (const { folded, joined } of words) {
    if (joined && whole.length > 0) whole.push(`${whole.pop()}-${folded}`);
    else whole.push(folded);
  }
  return whole;
}

function makesAnother(word: string): boolean {
  return ANOTHER_PAPER.has(word) || /\p{N}/u.test(word);
}

/** Five words, three of them with a subject: below that a head is a phrase that others use too. */
function isTelling(head: readonly TitleWord[]): boolean {
  return head.length >= 5 && content(head).size >= 3;
}

function content(words: readonly TitleWord[]): Set<string> {
  return new Set(words.map(({ folded }) => folded).filter((word) => !SMALL.has(word)));
}

function hasSubtitle({ words, head }: TitleWords): boolean {
  return head < words.length;
}

function headOf({ words, head }: TitleWords): readonly TitleWord[] {
  return words.slice(0, head);
}

function tailOf({ words, head }: TitleWords): readonly TitleWord[] {
  return words.slice(head);
}
