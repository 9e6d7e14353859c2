import { finishDraft, problem } from '../draft.ts';
import type { Format, Parsed, Parser } from '../format.ts';
import { Newlines } from '../newlines.ts';
import type { Entry } from './entry.ts';
import { FIELDS, toDraft } from './fields.ts';
import { parentsOf, Volumes } from './inherit.ts';
import { printFile } from './print.ts';
import { type Scanned, Scanner } from './scanner.ts';

/** BibTeX and BibLaTeX, as reference managers and publishers write them. */
export const bibtex: Format = {
  id: 'bibtex',
  name: 'BibTeX',
  extensions: ['bib', 'bibtex', 'biblatex'],
  likeness(head, fileName) {
    if (/^\uFEFF?[ \t]{0,40}@[a-z]{2,30}\s{0,3}[{(]/im.test(head.slice(0, 20_000))) return 0.9;
    return /\.(?:bib|bibtex|biblatex)$/i.test(fileName) ? 0.6 : 0;
  },
  parser: () => new BibtexParser(),
  print: printFile,
};

class BibtexParser implements Parser {
  readonly #newlines = new Newlines();
  readonly #scanner = new Scanner(FIELDS);
  readonly #volumes = new Volumes();
  /** Entries that refer to ones further down. */
  readonly #waiting: Entry[] = [];

  *push(chunk: string): Generator<Parsed, void> {
    yield* this.#read(this.#scanner.push(this.#newlines.push(chunk)));
  }

  *end(): Generator<Parsed, void> {
    yield* this.#read(this.#scanner.push(this.#newlines.end()));
    yield* this.#read(this.#scanner.end());
    for (const entry of this.#waiting.splice(0)) yield toRecord(this.#volumes.fill(entry));
  }

  *#read(found: readonly Scanned[]): Generator<Parsed, void> {
    for (const one of found) {
      if (one.kind === 'broken') yield problem(one.line, one.reason, one.excerpt);
      else if (one.kind === 'comment') yield* readComment(one.line, one.text);
      else {
        this.#volumes.add(one);
        if (one.type === 'xdata') continue; // holds fields for others and is no paper
        if (parentsOf(one).length === 0) yield toRecord(one);
        else if (this.#volumes.isKnown(one)) yield toRecord(this.#volumes.fill(one));
        else this.#waiting.push(one);
      }
    }
  }
}

function toRecord(entry: Entry): Parsed {
  const notes = [...entry.notes];
  return finishDraft(toDraft(entry, notes), entry.line, entry.excerpt, notes);
}

/** JabRef once listed the entries of a group in a comment at the end, where they have gone by already. */
function* readComment(line: number, text: string): Generator<Parsed, void> {
  if (!/^\s*jabref-meta:\s*group(?:ing|stree):/.test(text.slice(0, 100))) return;
  const [, name = ''] = /\bExplicitGroup:([^;\\]{1,100})\\;\d\\;[^;\\]/.exec(text) ?? [];
  if (name !== '') yield problem(line, `the group "${name}" and its like are kept in a form of JabRef before 4.0 and are not read: open and save the file with a newer one`, text);
}
