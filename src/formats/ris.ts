import type { PaperRecord } from '../paper/record.ts';
import { paragraphs } from './clean.ts';
import { readTime } from './dates.ts';
import { type Draft, EXCERPT, finishDraft, problem } from './draft.ts';
import { splitName } from './family.ts';
import type { Format, Parsed, Parser } from './format.ts';
import { inOrder } from './json/people.ts';
import { type Line, Lines } from './lines.ts';
import { isConference } from './venue.ts';

/** Longer lines are cut, as are longer entries: no list of authors comes near. In UTF-16 units. */
const LONGEST_LINE = 262_144;
const MOST_LINES = 20_000;
/** "TY  - JOUR", with one blank too. What goes on is set in, or at least has no such tag. */
const TAG = /^([A-Z][A-Z0-9]) {1,3}-(?: (.*))?$/s;
/** Our own words behind a custom tag. */
const [READ, ADDED, COLLECTION] = ['paperkin: read', 'paperkin: added ', 'paperkin: collection '];

/** RIS, as publishers, EndNote, Zotero and Mendeley write it. */
export const ris: Format = {
  id: 'ris',
  name: 'RIS',
  extensions: ['ris'],
  likeness(head, fileName) {
    // A byte order mark may stand before the first.
    if (/^\uFEFF?TY {1,3}- ?[A-Z]{2,6}[ \t]{0,20}\r?$/m.test(head.slice(0, 20_000))) return 0.9;
    return /\.ris$/i.test(fileName) ? 0.5 : 0;
  },
  parser: () => new RisParser(),
  *print(records: Iterable<PaperRecord>): Generator<string, void> {
    for (const record of records) yield printEntry(record);
  },
};

interface Field {
  readonly tag: string;
  text: string;
}

class RisParser implements Parser {
  readonly #lines = new Lines(LONGEST_LINE);
  #fields: Field[] = [];
  #line = 0;
  #notes: string[] = [];
  #excerpt = '';

  push(chunk: string): Iterable<Parsed> {
    return this.#read(this.#lines.push(chunk));
  }

  *end(): Generator<Parsed, void> {
    yield* this.#read(this.#lines.end());
    yield* this.#finish('its ER line is missing before the end of the file');
  }

  *#read(lines: Iterable<Line>): Generator<Parsed, void> {
    for (const { text, number, isCut } of lines) {
      const [, tag = '', value = ''] = TAG.exec(text) ?? [];
      if (tag === 'TY') {
        yield* this.#finish(`its ER line is missing before line ${number}`);
        this.#line = number;
      } else if (this.#line === 0) {
        // Between entries there is nothing but blank lines and the heads of some exporters.
        if (tag !== '' && tag !== 'ER') {
          this.#line = number;
          this.#notes.push('its TY line is missing');
        } else if (text.trim() !== '' && tag === '') yield problem(number, 'a line outside of any entry', text);
      }
      if (this.#line === 0) continue;
      if (isCut) this.#notes.push(`line ${number} is cut to ${LONGEST_LINE} characters`);
      if (this.#excerpt.length < EXCERPT) this.#excerpt += `${text.slice(0, EXCERPT)}\n`;
      if (tag === 'ER') yield* this.#finish();
      else this.#add(tag, value, text);
    }
  }

  /** A line without tag goes on where the one before it ended. */
  #add(tag: string, value: string, line: string): void {
    const last = this.#fields.at(-1);
    if (tag === '' && last !== undefined) {
      if (last.text.length + line.length <= LONGEST_LINE) last.text += `\n${line.replace(/^ {1,2}/, '')}`;
    } else if (this.#fields.length < MOST_LINES) this.#fields.push({ tag, text: value });
  }

  *#finish(note?: string): Generator<Parsed, void> {
    if (this.#line === 0) return;
    if (note !== undefined) this.#notes.push(note);
    yield finishDraft(toDraft(this.#fields), this.#line, this.#excerpt, [...new Set(this.#notes)].slice(0, 20));
    this.#fields = [];
    this.#line = 0;
    this.#notes = [];
    this.#excerpt = '';
  }
}

function toDraft(fields: readonly Field[]): Draft {
  const all = (...tags: readonly string[]): string[] => tags.flatMap((tag) => fields.filter((field) => field.tag === tag).map(({ text }) => text.trim())).filter((text) => text !== '');
  const type = all('TY')[0] ?? '';
  // For a conference paper T2 is the proceedings; for a whole book BT is the title.
  const titles = type === 'BOOK' ? all('TI', 'T1', 'BT', 'CT') : all('TI', 'T1', 'CT', 'BT');
  const custom = all('U1', 'U2', 'U3', 'U4', 'U5');
  const isOwn = fields.some(({ tag, text }) => tag === 'DB' && text.trim() === 'Paperkin');
  const [abstract = ''] = all('AB', 'N2');
  return {
    title: titles[0],
    abstract: isOwn ? abstract : paragraphs(abstract),
    authors: all('AU', 'A1').map(inOrder),
    year: all('PY', 'Y1', 'DA')[0],
    ids: [...all('DO'), ...all('AN', 'M1', 'M3', 'C7', 'IS', 'VL', 'SP', ...(isOwn ? [] : ['N1'])).filter((text) => text.length < 200 && /^(?:arxiv|doi|10\.)/i.test(text)), ...all('ID').filter((text) => /^(?:arxiv|10\.)/i.test(text)), ...all('UR', 'L1', 'L2', 'LK')],
    venue: all('T2', 'JO', 'JF', 'JA', 'J2', 'BT', 'T3').find((text) => text !== titles[0]),
    url: all('UR', 'LK', 'L2', 'L1').find((text) => /^https?:/i.test(text)),
    tags: isOwn ? all('KW') : all('KW').flatMap((text) => text.split(/[\n;]/)),
    note: isOwn ? all('N1')[0] : [...all('N1'), ...all('RN')].filter((text) => !/^arxiv:\s?\S+(?: \[[\w.-]+\])?$/i.test(text)).join('\n\n'),
    isRead: custom.includes(READ),
    added: custom.filter((text) => text.startsWith(ADDED)).map((text) => readTime(text.slice(ADDED.length)))[0],
    collections: custom.filter((text) => text.startsWith(COLLECTION)).map((text) => text.slice(COLLECTION.length)),
  };
}

function printEntry(record: PaperRecord): string {
  const { title, abstract, authors, year, arxivId, doi, venue, url, tags, note, isRead, added, collections } = record;
  const type = venue === undefined ? (arxivId === undefined ? 'GEN' : 'UNPB') : isConference(venue) ? 'CONF' : 'JOUR';
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', type],
    ['TI', title],
    ...authors.map((name) => ['AU', printName(name)] as const),
    ['PY', year === undefined ? undefined : String(year)],
    ['AB', abstract],
    ['T2', venue],
    ['DO', doi],
    ['AN', arxivId === undefined ? undefined : `arXiv:${arxivId}`],
    ['UR', url],
    ...tags.map((tag) => ['KW', tag] as const),
    ['N1', note],
    ['U1', isRead ? READ : undefined],
    ['U1', added === undefined ? undefined : ADDED + new Date(added).toISOString()],
    ...collections.map((name) => ['U1', COLLECTION + name] as const),
    ['DB', 'Paperkin'],
  ];
  // Lines that go on are set in, so that none of them can look like a tag.
  return `${lines.filter(([, text]) => text !== undefined && text !== '').map(([tag, text = '']) => `${tag}  - ${text.replaceAll('\n', '\n  ')}\n`).join('')}ER  - \n\n`;
}

/** "Family, Given"; a name of one word, or with commas in it, ends in a comma, as EndNote marks names that are not to be parted. */
function printName(name: string): string {
  const { given, family } = splitName(name);
  return given === '' || name.includes(',') ? `${name},` : `${family}, ${given}`;
}
