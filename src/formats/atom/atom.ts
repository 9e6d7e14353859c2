import type { PaperRecord } from '../../paper/record.ts';
import { paragraphs } from '../clean.ts';
import { readTime } from '../dates.ts';
import { type Draft, EXCERPT, finishDraft, problem } from '../draft.ts';
import type { Format, Parsed, Parser } from '../format.ts';
import { Newlines } from '../newlines.ts';
import { XmlReader } from './xml.ts';

/** Our own elements and categories in a feed. */
const OWN = 'urn:paperkin';
/** Longer texts of one element are cut, as are lists. In UTF-16 units, and entries. */
const LONGEST_TEXT = 262_144;
const MOST_TEXTS = 6_000;
const DEEPEST = 10;

/** The feeds of arXiv's interface (https://info.arxiv.org/help/api/user-manual.html). */
export const atom: Format = {
  id: 'atom',
  name: 'arXiv Atom',
  extensions: ['atom', 'xml'],
  likeness(head, fileName) {
    const start = head.slice(0, 5_000);
    if (/<feed\b[^>]{0,500}http:\/\/www\.w3\.org\/2005\/Atom/.test(start) || /^\s*(?:<\?xml[^>]{0,200}>\s*)?<entry[\s>]/.test(start)) return 0.9;
    return /\.atom$/i.test(fileName) ? 0.5 : 0;
  },
  parser: () => new AtomParser(),
  *print(records: Iterable<PaperRecord>): Generator<string, void> {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:paperkin="${OWN}">\n<title>Papers</title>\n`;
    let number = 0;
    for (const record of records) yield printEntry(record, ++number);
    yield '</feed>\n';
  },
};

class AtomParser implements Parser {
  readonly #newlines = new Newlines();
  readonly #found: Parsed[] = [];
  readonly #reader = new XmlReader({ open: (name, attributes, line) => this.#open(name, attributes, line), text: (text) => this.#text(text), close: (name) => this.#close(name) });
  #entry: EntryTexts | undefined;

  push(chunk: string): Parsed[] {
    this.#reader.push(this.#newlines.push(chunk));
    return this.#found.splice(0);
  }

  end(): Parsed[] {
    this.#reader.push(this.#newlines.end());
    this.#reader.end();
    this.#finish('it is not closed before the end of the file');
    return this.#found.splice(0);
  }

  #open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (name === 'entry') {
      this.#finish(`it is not closed: the next entry begins in line ${line}`);
      this.#entry = new EntryTexts(line);
    } else this.#entry?.open(name, attributes);
  }

  #text(text: string): void {
    this.#entry?.text(text);
  }

  #close(name: string): void {
    if (name === 'entry') this.#finish();
    else this.#entry?.close(name);
  }

  #finish(broken?: string): void {
    const entry = this.#entry;
    this.#entry = undefined;
    if (entry === undefined) return;
    this.#found.push(broken === undefined ? finishDraft(entry.draft(), entry.line, entry.excerpt) : problem(entry.line, broken, entry.excerpt));
  }
}

/** The texts of the elements of one entry. */
class EntryTexts {
  readonly line: number;
  excerpt = '';
  /** By name; of an author's element, `name`. */
  readonly #texts = new Map<string, string[]>();
  #count = 0;
  /** Names of the open elements, so far as any that are read can be. */
  readonly #path: string[] = [];
  #deeper = 0;
  #held = '';

  constructor(line: number) {
    this.line = line;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    // An element's text is all that is in it; of an author, the name alone.
    if (this.#path.length === 0 || (name === 'name' && this.#path[0] === 'author')) this.#held = '';
    if (this.#path.length >= DEEPEST) {
      this.#deeper++;
      return;
    }
    this.#path.push(name);
    if (name === 'link') {
      const title = attributes.get('title') ?? '';
      this.#keep(title === 'doi' ? 'doi' : attributes.get('rel') === 'alternate' ? 'alternate' : title === 'pdf' ? 'pdf' : 'other', attributes.get('href') ?? '');
    }
    if (name === 'category' && attributes.get('scheme')?.startsWith(OWN)) this.#keep(attributes.get('scheme') ?? '', attributes.get('term') ?? '');
  }

  text(text: string): void {
    if (this.excerpt.length < EXCERPT) this.excerpt += text.slice(0, EXCERPT);
    if (this.#path.length > 0 && this.#held.length < LONGEST_TEXT) this.#held += text.slice(0, LONGEST_TEXT);
  }

  close(name: string): void {
    if (this.#deeper > 0) {
      this.#deeper--;
      return;
    }
    const at = this.#path.lastIndexOf(name);
    if (at < 0) return; // closes what is not open
    // Of the entry's own elements, and an author's name.
    if (at === 0 || (at === 1 && name === 'name' && this.#path[0] === 'author')) this.#keep(name, this.#held);
    this.#path.length = at;
  }

  draft(): Draft {
    const all = (name: string): readonly string[] => this.#texts.get(name) ?? [];
    const [title = ''] = all('title');
    const [summary = ''] = all('summary');
    const [address] = [...all('alternate'), ...all('id').filter((id) => /^https?:/.test(id.trim()))];
    const isOwn = all('paperkin:record').length > 0;
    return {
      title,
      abstract: isOwn ? summary : paragraphs(summary),
      authors: all('name'),
      year: all('published')[0] ?? all('updated')[0],
      ids: [...all('id'), ...all('arxiv:doi'), ...all('doi')].map((id) => id.trim()),
      venue: all('arxiv:journal_ref')[0],
      url: isOwn ? all('alternate')[0] : address,
      tags: all(`${OWN}:tag`),
      note: all('paperkin:note')[0],
      isRead: all('paperkin:read').length > 0,
      added: readTime(all('paperkin:added')[0] ?? ''),
      collections: all(`${OWN}:collection`),
    };
  }

  #keep(name: string, text: string): void {
    if (this.#count++ >= MOST_TEXTS) return;
    const texts = this.#texts.get(name);
    if (texts === undefined) this.#texts.set(name, [text]);
    else texts.push(text);
  }
}

function printEntry(record: PaperRecord, number: number): string {
  const { title, abstract, authors, year, arxivId, doi, venue, url, tags, note, isRead, added, collections } = record;
  const id = arxivId === undefined ? `${OWN}:${number}` : `http://arxiv.org/abs/${arxivId}`;
  const element = (name: string, text: string | undefined): string => (text === undefined || text === '' ? '' : `  <${name}>${escaped(text)}</${name}>\n`);
  const category = (scheme: string) => (term: string): string => `  <category scheme="${OWN}:${scheme}" term="${escaped(term)}"/>\n`;
  return [
    '<entry>\n',
    element('id', id),
    element('title', title),
    element('summary', abstract),
    ...authors.map((name) => `  <author><name>${escaped(name)}</name></author>\n`),
    element('published', year === undefined ? undefined : `${year}-01-01T00:00:00Z`),
    element('arxiv:doi', doi),
    element('arxiv:journal_ref', venue),
    url === undefined ? '' : `  <link rel="alternate" href="${escaped(url)}"/>\n`,
    ...tags.map(category('tag')),
    ...collections.map(category('collection')),
    '  <paperkin:record/>\n',
    element('paperkin:note', note),
    isRead ? '  <paperkin:read/>\n' : '',
    element('paperkin:added', added === undefined ? undefined : new Date(added).toISOString()),
    '</entry>\n',
  ].join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign] ?? ''};`);
}
