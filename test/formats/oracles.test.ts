import { parse } from '@retorquere/bibtex-parser';
import { BibLatexParser } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtex } from '../../src/formats/bibtex/bibtex.ts';
import { readRecords } from './records.ts';

/** What the three parsers can be compared in. */
interface Seen {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: string;
  readonly doi: string;
  readonly abstract: string;
  readonly tags: readonly string[];
}

const words = (max: number): fc.Arbitrary<string> => fc.array(fc.constantFrom('On', 'Folds', '{BERT}', 'schr{\\"o}dinger', "caf{\\'e}", 'M{\\"u}ller', 'Plug \\& Play', '100\\%', 'and', 'of', '{\\o}re', '\\v{C}ech', 'na{\\"i}ve', 'über', '名前', '({GPU})', 'a/b', '{\\ss}', 'fold\\_net'), { minLength: 1, maxLength: max }).map((parts) => parts.join(' '));
const name = fc.constantFrom('Ada Crease', 'Crease, Ada', 'van den Oord, A{\\"a}ron', 'Bo B. Pleat', 'Ludwig van Beethoven', '{OpenAI}', '{Barnes and Noble}', "O'Brien, Pat", 'M{\\"u}ller, J{\\"u}rgen', 'Zhang, Wei', '{\\L}ukasz Kaiser', 'Garc{\\\'i}a, Jos{\\\'e}');
const value = (text: string, kind: number): string => (kind === 0 ? `{${text}}` : kind === 1 ? `"${text}"` : `{${text}} # ""`);
const entry = fc
  .record({ type: fc.constantFrom('article', 'inproceedings', 'misc'), title: words(8), authors: fc.array(name, { minLength: 1, maxLength: 4 }), year: fc.integer({ min: 1990, max: 2026 }), abstract: words(20), kind: fc.nat(2), tags: fc.uniqueArray(fc.constantFrom('folds', 'deep learning', 'maps'), { maxLength: 3 }) })
  .map(({ type, title, authors, year, abstract, kind, tags }) => `@${type}{key,\n  title = ${value(title, kind)},\n  author = ${value(authors.join(' and '), kind)},\n  year = ${kind === 2 ? year : value(String(year), kind)},\n  journal = {Journal of Folds},\n  doi = {10.1000/a-${year}},\n  abstract = ${value(abstract, kind)}${tags.length === 0 ? '' : `,\n  keywords = {${tags.join(', ')}}`}\n}\n`);
/** Ordinary files: macros, comments and entries of the usual form. */
const files = fc.array(entry, { minLength: 1, maxLength: 4 }).map((entries) => `% a remark\n@string{jf = "Journal of Folds"}\n@comment{x}\n${entries.map((text, at) => text.replace('{key,', `{key${at},`)).join('\n')}`);

const oneLine = (text: string): string => text.normalize('NFC').replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim();

function ours(text: string): Seen[] {
  return readRecords(bibtex, text).map(({ title, authors, year, doi, abstract, tags }) => ({ title, authors, year: String(year), doi: doi ?? '', abstract, tags: tags.toSorted() }));
}

function retorquere(text: string): Seen[] {
  return parse(text, { sentenceCase: false }).entries.map(({ fields }) => ({
    title: oneLine(fields['title'] ?? ''),
    authors: (fields.author ?? []).map(({ name, firstName, prefix, lastName, suffix }) => oneLine(name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' '))),
    year: fields['year'] ?? '',
    doi: fields['doi'] ?? '',
    abstract: oneLine(fields['abstract'] ?? ''),
    tags: (fields.keywords ?? []).toSorted(),
  }));
}

type Rich = readonly { readonly text?: string }[];
const plainOr = (text: unknown): string => (typeof text === 'string' ? text : '');
const plain = (rich: unknown): string => oneLine(((rich ?? []) as Rich).map(({ text = '' }) => text).join(''));

function converter(text: string): Seen[] {
  const { entries } = new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
  return Object.values(entries).map(({ fields }) => ({
    title: plain(fields['title']),
    authors: ((fields['author'] ?? []) as Record<string, Rich>[]).map(({ literal, given, prefix, family, suffix }) => (literal === undefined ? [given, prefix, family, suffix].map(plain).filter(Boolean).join(' ') : plain(literal))),
    year: plainOr(fields['date']),
    doi: plainOr(fields['doi']),
    abstract: plain(fields['abstract']),
    tags: ((fields['keywords'] ?? []) as string[]).toSorted(),
  }));
}

describe('ordinary BibTeX is read as published parsers read it', () => {
  test('@retorquere/bibtex-parser', { timeout: 120_000 }, () => {
    const property = fc.property(files, (text) => {
      expect(ours(text)).toEqual(retorquere(text));
    });
    fc.assert(property, { numRuns: 60 });
  });

  test('biblatex-csl-converter', { timeout: 120_000 }, () => {
    const property = fc.property(files, (text) => {
      expect(ours(text)).toEqual(converter(text));
    });
    fc.assert(property, { numRuns: 200 });
  });
});
