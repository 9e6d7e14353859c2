import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../browser/messages.ts';
import { LIMITS } from '../messages/contract.ts';
import type { SearchReply } from '../messages/views.ts';
import { inWords } from '../ui/answers.ts';

/** Papers asked for at once; more than anybody scrolls through. */
const MOST = 60;
/** Milliseconds: the pause of typing that is worth a question, and the waits before asking for the rest of a half answer. */
const TYPING = 40;
const REST = { first: 30, longest: 2_000 };

export interface Search {
  /** The newest answer, which may still be for an earlier query. */
  readonly reply: SearchReply | null;
  /** The answer is for the query as it now stands. */
  readonly fresh: boolean;
  readonly failed: string | null;
  readonly again: () => void;
}

interface Got {
  readonly query: string;
  readonly reply: SearchReply | null;
  readonly failed: string | null;
}

const NOTHING: Got = { query: '', reply: null, failed: null };

/** Searches as the query changes; late answers to older queries are dropped, half answers are asked for again. */
export function useSearch(typed: string): Search {
  const query = typed.trim().slice(0, LIMITS.query);
  const [got, setGot] = useState<Got>(NOTHING);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (query === '') return setGot(NOTHING);
    let wanted = true;
    let pause = REST.first;
    let timer: ReturnType<typeof setTimeout>;
    const run = async (): Promise<void> => {
      try {
        const reply = await ask('search', { query, limit: MOST });
        if (!wanted) return;
        setGot({ query, reply, failed: null });
        if (reply.complete) return;
        timer = setTimeout(() => void run(), pause);
        pause = Math.min(pause * 2, REST.longest);
      } catch (problem) {
        if (wanted) setGot({ query, reply: null, failed: inWords(problem) });
      }
    };
    timer = setTimeout(() => void run(), TYPING);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query, attempt]);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  return { reply: got.reply, failed: got.query === query ? got.failed : null, fresh: got.query === query, again };
}
