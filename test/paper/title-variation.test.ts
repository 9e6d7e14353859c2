import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleKey } from '../../src/paper/title-key.ts';

/** Invented titles of ordinary and awkward kinds; every variation below is put on each. */
const TITLES = [
  'Learning to Fold Napkins with Recurrent Fields',
  'NapkinNet++: Towards 3D-Aware Folding at 2.5x Speed',
  'Schrödinger Bridges and Poincaré Maps on C# Lattices',
  'On the β-Decay of A* Search in Pre-Trained Models',
  'Why 10,000 Folds Are Enough: A Study (with 50% Less Paper)',
  'Étude des plis: naïve Bayes à l’œuvre',
  '折り紙の深層学習 with Über-Straße Grids',
];

/** Each breaks a title in one way that copying, publishing or typesetting does. */
const VARIATIONS: Readonly<Record<string, (title: string, at: number) => string>> = {
  'lower case': (title) => title.toLowerCase(),
  'upper case': (title) => title.toUpperCase(),
  decomposed: (title) => title.normalize('NFD'),
  'full width': (title) => title.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfe_e0)),
  'no accents': (title) => title.normalize('NFD').replace(/[\u0300-\u036F]/g, '').normalize('NFC'),
  'TeX accents': (title) => title.replaceAll('ö', '\\"{o}').replaceAll('é', "{\\'e}").replaceAll('É', "\\'E").replaceAll('ï', '\\"{\\i}').replaceAll('à', '\\`a').replaceAll('Ü', '{\\"U}'),
  'TeX letters': (title) => title.replaceAll('ß', '{\\ss}').replaceAll('œ', '\\oe '),
  'TeX Greek': (title) => title.replaceAll('β', '$\\beta$'),
  'Greek name': (title) => title.replaceAll('β', 'beta'),
  'TeX emphasis': (title, at) => onWord(title, at, (word) => `\\emph{${word}}`),
  'braces around a word': (title, at) => onWord(title, at, (word) => `{${word}}`),
  'a tag around a word': (title, at) => onWord(title, at, (word) => `<i>${word}</i>`),
  'a word on a new line': (title, at) => onWord(title, at, (word) => `\n    ${word}`),
  'a soft hyphen': (title, at) => insert(title, at, '\u00AD'),
  'a zero-width space': (title, at) => insert(title, at, '\u200B'),
  'bidi controls': (title, at) => `\u2067${insert(title, at, '\u200F')}\u2069`,
  'no-break spaces': (title) => title.replaceAll(' ', '\u00A0'),
  'TeX spaces': (title) => title.replaceAll(' ', '~'),
  'other dashes': (title) => title.replaceAll('-', '–'),
  'no hyphens': (title) => title.replaceAll('-', ' '),
  'joined compounds': (title) => title.replaceAll('-', ''),
  'straight quotes': (title) => title.replaceAll('’', "'"),
  'quoted as a whole': (title) => `“${title}”`,
  'closing full stop': (title) => `${title}.`,
  descriptor: (title) => `Title:${title}`,
  'numeric entities': (title) => title.replace(/[^\w\s]/gu, (sign) => `&#${sign.codePointAt(0)};`),
  'hexadecimal entities': (title) => title.replace(/[^\w\s]/gu, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`),
  'escaped percent and hash': (title) => title.replace(/[%#]/g, '\\$&'),
};

describe.each(Object.entries(VARIATIONS))('%s', (_, vary) => {
  test.each(TITLES)('%s', (title) => {
    fc.assert(
      fc.property(fc.nat(title.length), (at) => titleKey(vary(title, at)) === titleKey(title)),
      { numRuns: 20 },
    );
  });
});

test('the titles differ from each other, so that the keys are not all one', () => {
  expect(new Set(TITLES.map(titleKey)).size).toBe(TITLES.length);
});

function insert(title: string, at: number, what: string): string {
  return title.slice(0, at) + what + title.slice(at);
}

function onWord(title: string, at: number, change: (word: string) => string): string {
  const words = title.split(' ');
  return words.map((word, place) => (place === at % words.length ? change(word) : word)).join(' ');
}
