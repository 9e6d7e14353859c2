import { withRoom } from './room.ts';
import type { WordTable } from './table.ts';
import type { Terms } from './terms.ts';

/** A term in more than this share of a collection says nothing within it. */
const commonHere = 0.12;
/** Below this many documents a share says nothing. */
const leastDocuments = 20;
/** Words in more than this share of all training texts ("model", "deep") are no reason anywhere. */
const commonEverywhere = 0.08;
/**
 * Against the usual length of a vector among words as frequent; shorter ones ("though", "able") carry no subject. More
 * is asked of words that are in more than a hundredth of all texts ("order", "term").
 */
const leastLength = { rare: 0.88, frequent: 1.08 };
const frequentShare = 0.01;

/** Words that come with how papers are written and published, whatever they are about. */
const boilerplate = new Set(
  (
    'achieve achieving advance advancement availability available better bridge challenge challenging code ' +
    'codeavailable codebase com comparable compare compared conduct contribution demonstrate different ' +
    'effective effectively effectiveness enable evaluate evaluation exhibit existing experiment experimental ' +
    'extensive extensively fast faster fewer find finding github higher highly http https improve improved ' +
    'improvement improving lower org outperform outperformed outperforming page performance previous prior ' +
    'progress project projectpage publicly publiclyavailable range reach recent recentadvance recently ' +
    'recentyear release released remarkable repository significant significantly similar simple source ' +
    'stateoftheart success successful successfully superior tool various wide widely widerange www year'
  ).split(' '),
);

/** What is known of a term, as bits; 0 where it was not asked yet. */
const asked = 1;
const plain = 2;
const topical = 4;

/** Which terms of a collection can be told as a reason. */
export class Telling {
  private readonly terms: Terms;
  private readonly table: WordTable | undefined;
  private known: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** Usual vector length by the binary logarithm of the frequency; made when first asked. */
  private usual: number[] | undefined;

  constructor(terms: Terms, table: WordTable | undefined) {
    this.terms = terms;
    this.table = table;
  }

  /**
   * @param term of the collection, or beyond its last one a word that the collection lacks.
   * @param row of the term in the table, or -1.
   * @param documents of the collection.
   */
  isTelling(term: number, row: number, documents: number): boolean {
    if (term >= this.terms.size) return this.isTopical(row);
    if (documents >= leastDocuments && this.terms.frequency(term) > commonHere * documents) return false;
    return (this.about(term) & topical) !== 0;
  }

  /** Whether the term may be part of a phrase. */
  isPlain(term: number): boolean {
    return (this.about(term) & plain) !== 0;
  }

  private about(term: number): number {
    this.known = withRoom(this.known, this.terms.size);
    const known = this.known[term] ?? 0;
    if (known !== 0) return known;
    const found = boilerplate.has(this.terms.stem(term)) ? asked : asked | plain | (this.isTopical(this.terms.row(term)) ? topical : 0);
    this.known[term] = found;
    return found;
  }

  /** Whether the word names a subject at all. */
  private isTopical(row: number): boolean {
    const { table } = this;
    // A word the table does not know is a name or of another field.
    if (table === undefined || row < 0) return true;
    const frequency = table.frequency(row);
    if (frequency > commonEverywhere * table.documents) return false;
    this.usual ??= usualLengths(table);
    const least = frequency > frequentShare * table.documents ? leastLength.frequent : leastLength.rare;
    return table.lengthOf(row) >= least * (this.usual[Math.floor(Math.log2(frequency + 1))] ?? 0);
  }
}

/** Median length of the vectors of words with about the same frequency, from every eighth word. */
function usualLengths(table: WordTable): number[] {
  const lengths: number[][] = [];
  for (let row = 0; row < table.size; row += 8) {
    const bin = Math.floor(Math.log2(table.frequency(row) + 1));
    (lengths[bin] ??= []).push(table.lengthOf(row));
  }
  return Array.from(lengths, (bin) => bin?.sort((a, b) => a - b)[bin.length >> 1] ?? 0);
}
