import { buildRelated, type CollectionEngine } from '../related/engine.ts';
import type { Text } from '../related/related.ts';
import type { WordTable } from '../related/table.ts';

/** The engine as the extension has it once its quiet work is done: documents added, and what it learns from them learned. */
export function prepareEngine(texts: Iterable<Text>, table: WordTable | undefined): CollectionEngine {
  const engine = buildRelated(texts, table);
  // It pauses for the sake of whoever asks meanwhile; here nobody does.
  const learning = engine.adapt();
  while (learning.next().done !== true);
  return engine;
}
