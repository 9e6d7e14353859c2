import { Random } from '../../src/train/random.ts';

/** Invented papers of a few subjects: each speaks in the words of its subject and in words of no subject. */
export function inventPapers(count: number): { title: string; abstract: string }[] {
  const random = new Random(11);
  const subjects = ['b', 'c', 'd', 'f', 'g'].map((first) => Array.from('klmnprtvwxyz', (letter) => `${first}or${letter}a`));
  const plain = Array.from({ length: 30 }, (_, k) => `plain${String.fromCharCode(97 + (k % 26))}${k < 26 ? 'o' : 'u'}`);
  const draw = (words: readonly string[]): string => words[random.below(words.length)] ?? '';
  return Array.from({ length: count }, (_, paper) => {
    const own = subjects[paper % subjects.length] ?? [];
    const text = (length: number): string => Array.from({ length }, () => draw(random.next() < 0.6 ? own : plain)).join(' ');
    return { title: `${text(4)} nr${paper}`, abstract: text(25) };
  });
}

export const toJsonLines = (papers: readonly object[]): string => papers.map((paper) => `${JSON.stringify(paper)}\n`).join('');
