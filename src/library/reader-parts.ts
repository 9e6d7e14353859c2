import type { CollectionEngine } from '../related/engine.ts';
import type { WordTable } from '../related/table.ts';
import type { Part, WordIndex } from '../search/word-index.ts';
import type { Kind } from './following-part.ts';

/** An index of no paper. */
export async function noWords(part: Part): Promise<WordIndex> {
  const { packWords, WordIndex } = await import('../search/word-index.ts');
  return WordIndex.open(packWords([], part).buffer, part);
}

/** The words of one part of the papers. */
export async function wordKind(part: Part): Promise<Kind<WordIndex>> {
  const { WordIndex } = await import('../search/word-index.ts');
  return {
    name: part,
    version: 1,
    make: () => noWords(part),
    open: (bytes) => Promise.resolve().then(() => WordIndex.open(bytes, part)),
    size: ({ rows }) => rows,
    append: (index, paper) => index.append(paper),
    drop: (index, row) => index.drop(row),
    pack: (index) => index.pack(),
    needsAbstracts: part === 'abstracts',
  };
}

/** How close papers are. Rows that papers have left stay in it and are passed over when it is asked. */
export async function relatedKind(readTable: () => Promise<WordTable | undefined>): Promise<Kind<CollectionEngine>> {
  const [{ CollectionEngine }, { loadRelated, storeRelated }, table] = await Promise.all([import('../related/engine.ts'), import('../related/store.ts'), readTable()]);
  return {
    name: 'related',
    version: 1,
    make: () => Promise.resolve(new CollectionEngine(table)),
    open: (bytes) => Promise.resolve().then(() => loadRelated(bytes, table)),
    size: ({ size }) => size,
    append: (engine, { title, abstract }) => void engine.add({ title, abstract }),
    pack: (engine) => storeRelated(engine),
    needsAbstracts: true,
  };
}
