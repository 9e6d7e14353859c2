import type { Block, Run } from './reference.ts';

/** All blocks as one. */
export function joinBlocks(blocks: readonly Block[]): Block {
  let text = '';
  const runs: Run[] = [];
  for (const block of blocks) {
    if (text !== '') text += ' ';
    for (const { kind, start, end } of block.runs) runs.push({ kind, start: start + text.length, end: end + text.length });
    text += block.text;
  }
  return { text, runs };
}
