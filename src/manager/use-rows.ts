import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PaperQuery, PaperRow } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { useLive } from './live.ts';
import { reader } from './reader.ts';
import { BLOCK, blocksOf, type Span } from './row-window.ts';

export interface ListedRows {
  /** Null until the first answer. */
  readonly total: number | null;
  /** The same as long as the list is: what is shown stays until the next list is here, so that nothing flickers and the focus has a place. */
  readonly list: string;
  readonly row: (at: number) => PaperRow | undefined;
  readonly failed: string | null;
  /** The rows now in sight: what is missing of them is asked for. */
  readonly see: (span: Span) => void;
}

interface Held {
  readonly question: string;
  readonly total: number | null;
  readonly blocks: ReadonlyMap<number, readonly PaperRow[]>;
  readonly failed: string | null;
}

/**
 * The papers of a query, read block by block as they come in sight. When the query or the library changes, what is shown
 * stays until the new answer is here; answers to older questions are dropped.
 */
export function useRows(query: PaperQuery): ListedRows {
  const { version } = useLive();
  const asked = JSON.stringify(query);
  const question = `${version} ${asked}`;
  const [held, setHeld] = useState<Held>({ question: '', total: null, blocks: new Map(), failed: null });
  const wanted = useRef({ question, under: new Set<number>(), span: { from: 0, to: BLOCK } });

  const read = useCallback(
    async (block: number): Promise<void> => {
      const { current } = wanted;
      if (current.under.has(block)) return;
      current.under.add(block);
      try {
        const { rows, total } = await reader('papers', { query: JSON.parse(asked) as PaperQuery, from: block * BLOCK, limit: BLOCK });
        if (wanted.current !== current) return;
        setHeld((before) => ({ question: current.question, total, failed: null, blocks: new Map(before.question === current.question ? before.blocks : []).set(block, rows) }));
      } catch (problem) {
        current.under.delete(block);
        if (wanted.current === current) setHeld((before) => ({ ...before, question: current.question, failed: inWords(problem) }));
      }
    },
    [question],
  );

  useEffect(() => {
    const { span } = wanted.current;
    const isSameList = wanted.current.question.endsWith(` ${asked}`);
    wanted.current = { question, under: new Set(), span: isSameList ? span : { from: 0, to: 1 } };
    for (const block of blocksOf(wanted.current.span)) void read(block);
  }, [question]);

  const see = useCallback(
    (span: Span) => {
      wanted.current.span = span;
      if (wanted.current.question === question) for (const block of blocksOf(span)) void read(block);
    },
    [question],
  );
  return {
    total: held.total,
    failed: held.failed,
    list: held.question.slice(held.question.indexOf(' ')),
    row: (at) => held.blocks.get(Math.floor(at / BLOCK))?.[at % BLOCK],
    see,
  };
}
