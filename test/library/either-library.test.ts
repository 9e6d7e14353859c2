import { describe, expect, test } from 'vitest';
import { EitherLibrary } from '../../src/library/either-library.ts';
import type { Library } from '../../src/library/library.ts';

const QUESTIONS: readonly ((library: Library) => Promise<unknown>)[] = [
  (library) => library.identify([]), (library) => library.relate([]), (library) => library.rank([]),
  (library) => library.explain({ title: '' }), (library) => library.search('', 1), (library) => library.paper(''),
];

/** A library that answers everything with its name. */
const named = (name: string, asked: string[]): Library => {
  const answer = (): Promise<never> => {
    asked.push(name);
    return Promise.resolve(name as never);
  };
  return { identify: answer, relate: answer, rank: answer, explain: answer, search: answer, paper: answer };
};

describe.each(QUESTIONS.map((question) => ({ name: /library\.(\w+)/.exec(String(question))?.[1] ?? '', question })))('$name', ({ question }) => {
  test('is answered by what ships without a question to the whole while it is alone, and by the whole from then on', async () => {
    const asked: string[] = [];
    let isAlone = true;
    const library = new EitherLibrary({ isAlone: () => Promise.resolve(isAlone), shipped: named('shipped', asked), whole: named('whole', asked) });
    expect(await question(library)).toBe('shipped');
    expect(asked).toEqual(['shipped']);
    isAlone = false;
    expect(await question(library)).toBe('whole');
  });
});

test('what ships may fail where the whole answers', async () => {
  const whole = named('whole', []);
  const library = new EitherLibrary({ isAlone: () => Promise.resolve(false), shipped: { ...whole, identify: () => Promise.reject(new Error('damaged')) }, whole });
  expect(await library.identify([])).toBe('whole');
});
