import type { Mention, Paper } from '../paper/paper.ts';
import type { NearestOptions, Text } from '../related/related.ts';
import type { Collection, NearRow, Rows } from './collection.ts';
import { isKnown, sameRow } from './identified.ts';
import type { PaperSummary } from './views.ts';

/** A paper that is near, and the collection that has it. */
export interface Near extends NearRow {
  readonly collection: Collection;
  readonly paper: PaperSummary;
}

/** What is near in several collections at once, the nearest first, each paper once. */
export async function nearTo(mention: Mention, collections: readonly Collection[], options: NearestOptions): Promise<readonly Near[]> {
  const tables = await Promise.all(collections.map((collection) => collection.rows([mention])));
  const places = tables.map((rows) => sameRow(mention, rows));
  return gather({ title: mention.title, abstract: mention.abstract }, collections, tables, places, options);
}

/** The same of a paper of one of the collections. */
export async function nearToRow(row: number, of: Collection, collections: readonly Collection[], options: NearestOptions): Promise<readonly Near[]> {
  const tables = await Promise.all(collections.map((collection) => collection.rows()));
  return gather({ title: '' }, collections, tables, collections.map((collection) => (collection === of ? row : undefined)), options);
}

async function gather(text: Text, collections: readonly Collection[], tables: readonly Rows[], places: readonly (number | undefined)[], options: NearestOptions): Promise<readonly Near[]> {
  const own = await ownPaper(collections, places);
  const found = await Promise.all(
    collections.map(async (collection, at) => {
      const place = places[at];
      const near = await (place === undefined ? collection.nearest(own ?? text, options) : collection.neighbours(place, options));
      return near.flatMap((row): Near[] => {
        const paper = tables[at]?.summary(row.doc);
        const isElsewhere = paper !== undefined && (paper.key === own?.key || isKnown(paper, tables.slice(0, at)));
        return paper === undefined || isElsewhere ? [] : [{ ...row, collection, paper }];
      });
    }),
  );
  const merged = found.length === 1 ? (found[0] ?? []) : found.flat().sort((a, b) => rankOf(a) - rankOf(b) || b.score - a.score);
  // One collection may have nothing closer than what another would not have told.
  const close = options.orNearest === true ? merged.filter(({ closeness }) => closeness !== 'loosely related') : [];
  return (close.length > 0 ? close : merged).slice(0, options.limit);
}

/** The paper that was asked about, where another collection is to be asked for what is near to it. */
async function ownPaper(collections: readonly Collection[], places: readonly (number | undefined)[]): Promise<Paper | undefined> {
  if (collections.length === 1) return undefined;
  const at = places.findIndex((place) => place !== undefined);
  return at < 0 ? undefined : (await collections[at]?.papers([places[at] ?? 0]))?.[0];
}

const ranks = ['strongly related', 'related', 'loosely related'];
const rankOf = ({ closeness }: Near): number => ranks.indexOf(closeness);
