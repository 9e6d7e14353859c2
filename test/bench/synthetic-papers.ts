import type { Paper } from '../../src/paper/paper.ts';

const syllables = 'ba be bo da de di do fa fe ga go ka ke ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vo za zo'.split(' ');
const vocabulary = 20_000;

/**
 * Invented papers, the same in every run: titles of 10 words and abstracts of 180, drawn from 20,000 made-up words as
 * unevenly as words of a language are (Zipf), three authors, years and arXiv ids.
 */
export function syntheticPapers(count: number): Paper[] {
  const random = randomFrom(7);
  const words = Array.from({ length: vocabulary }, (_, at) => wordOf(at));
  const draw = (): string => words[Math.floor(vocabulary ** random()) - 1] ?? 'ba';
  const text = (length: number): string => Array.from({ length }, draw).join(' ');
  return Array.from({ length: count }, (_, at) => {
    const arxivId = `${15 + (at % 10)}${String(1 + (at % 12)).padStart(2, '0')}.${String(10_000 + at).padStart(5, '0')}`;
    const authors = Array.from({ length: 3 }, () => `${capital(draw())} ${capital(draw())}`);
    return { key: `arxiv:${arxivId}`, title: capital(text(10)), abstract: `${capital(text(180))}.`, authors, year: 2015 + (at % 10), arxivId };
  });
}

/** Frequent words are short, as they are in a language. */
function wordOf(at: number): string {
  let word = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length] ?? '';
  return word + 'nrst'.charAt(at % 4);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A linear congruential generator with 32 bits of state: numbers in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
