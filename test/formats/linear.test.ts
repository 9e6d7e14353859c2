import { describe, expect, test } from 'vitest';
import { formatById } from '../../src/formats/formats.ts';

/** Texts of a given length that make a careless reader go over the same text again and again. */
const HARD: Readonly<Record<string, readonly string[]>> = {
  bibtex: ['{', '}', '\\', '@', '@a{', '@misc{a, title = {', '@comment{', '"', '$', 'a # ', '@misc{a, author = {', '\n@', '@misc{k, crossref = {k}, title = {A}}\n', '@string{a = b}', '\\"', '- ', '@misc{a, title = "'],
  ris: ['TY  - ', 'TY  - JOUR\n', 'A', '\n', 'ER  - \n', '  - '],
  json: ['[', '{', '"', '{"', '\\', '{"a":[', '},{"', '{"title":"a"},', '\n{'],
  jsonl: ['{', '"', '\n', '[', '{"title":"a"}\n'],
  csv: ['"', ',', '""', '"\n', 'a"b,', '\n', '"""\n', 'Title\n"a\n', '",'],
  atom: ['<', '&', '<a>', '<entry>', '<!--', '<![CDATA[', '&amp', '<a b="', '</a>', '<!DOCTYPE [', ']]', '<entry><title>'],
  list: ['1711.10925 ', 'a', '[', '10.1000/a ', 'https://', '\n', '- '],
  listing: ['a', '\n', 'Subscribe', 'Subscribea\n'],
};

const WATCHED = ['charCodeAt', 'charAt', 'slice', 'indexOf', 'endsWith', 'split', 'replace'] as const;

/** What every string asks. */
const strings: object = String.prototype;

/** How often the readers look at, cut, search or keep a character: counted where strings are asked, so that no clock is needed. */
function steps(format: string, text: string): number {
  let count = 0;
  const originals = WATCHED.map((name) => [name, Object.getOwnPropertyDescriptor(strings, name)!] as const);
  for (const [name, { value }] of originals) {
    const ask = value as (this: string, ...args: unknown[]) => unknown;
    Object.defineProperty(strings, name, {
      configurable: true,
      value(this: string, ...args: unknown[]): unknown {
        const result = ask.apply(this, args);
        count += 1 + cost(name, this, args, result);
        return result;
      },
    });
  }
  try {
    const parser = formatById(format)!.parser();
    for (let at = 0; at < text.length; at += 4_096) for (const _ of parser.push(text.substring(at, at + 4_096))) count++;
    for (const _ of parser.end()) count++;
  } finally {
    for (const [name, original] of originals) Object.defineProperty(strings, name, original);
  }
  return count;
}

/** Characters that one question goes over. */
function cost(name: (typeof WATCHED)[number], text: string, args: readonly unknown[], result: unknown): number {
  if (name === 'slice') return (result as string).length;
  if (name === 'indexOf') return ((result as number) < 0 ? text.length : (result as number)) - Math.min(text.length, Number(args[1] ?? 0));
  return name === 'split' || name === 'replace' ? text.length : 0;
}

describe.each(Object.entries(HARD))('%s', (format, pieces) => {
  test.each(pieces)('four times as much of %j takes about four times the steps', { timeout: 120_000 }, (piece) => {
    const [once, four] = [20_000, 80_000].map((length) => steps(format, piece.repeat(Math.ceil(length / piece.length))));
    expect(four! / once!).toBeLessThan(6);
  });
});
