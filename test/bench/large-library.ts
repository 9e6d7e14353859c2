import type { Paper } from '../../src/paper/paper.ts';
import { textsFor } from './related-texts.ts';
import { randomFrom } from './synthetic-papers.ts';

const families = 'Smith Zhang Li Wang Garcia Müller Rossi Tanaka Kim Lee Chen Liu Singh Kumar Brown Jones Dupont Novak Ivanov Silva Costa Haddad Okafor Nguyen Tran'.split(' ');

/** A reader's library: real titles and abstracts where a corpus lies beside the project, else made-up ones; ids and authors are made up. */
export async function largeLibrary(count: number): Promise<{ readonly papers: readonly Paper[]; readonly source: string }> {
  const { texts, source } = await textsFor(count);
  const papers = texts.map(({ title, abstract = '' }, at): Paper => {
    const arxivId = `${15 + (at % 10)}${String(1 + (at % 12)).padStart(2, '0')}.${String(10_000 + at).padStart(5, '0')}`;
    const authors = [0, 1, 2].map((nth) => `${'ABCDEFGHIJ'.charAt((at * 7 + nth) % 10)}. ${families[(at * (nth + 3) + nth) % families.length]}`);
    return { key: `arxiv:${arxivId}`, title, abstract, authors, year: 2015 + (at % 10), arxivId };
  });
  return { papers, source };
}

/** Three neighbouring words of a title, as typed and with one typing error. */
export interface Drawn {
  readonly row: number;
  readonly words: string;
  readonly mistyped: string;
}

/** The same in every run. */
export function drawQueries(papers: readonly Paper[], count: number): Drawn[] {
  const random = randomFrom(11);
  const below = (limit: number): number => Math.floor(random() * limit);
  const drawn: Drawn[] = [];
  while (drawn.length < count) {
    const row = below(papers.length);
    const title = papers[row]?.title.split(/\s+/) ?? [];
    if (title.length < 3) continue;
    const at = below(title.length - 2);
    const words = title.slice(at, at + 3);
    drawn.push({ row, words: words.join(' '), mistyped: mistype(words, below).join(' ') });
  }
  return drawn;
}

/** In the longest word, one letter left out, put in, replaced or swapped with the next. */
function mistype(words: readonly string[], below: (limit: number) => number): string[] {
  const longest = words.reduce((best, word, at) => (word.length > (words[best]?.length ?? 0) ? at : best), 0);
  const word = words[longest] ?? '';
  const at = 1 + below(Math.max(1, word.length - 2));
  const letter = 'etaoinshrdlu'.charAt(below(12));
  const [before, here, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const ways = [before + after, before + letter + here + after, before + letter + after, before + after.charAt(0) + here + after.slice(1)];
  return words.with(longest, ways[below(4)] ?? word);
}
