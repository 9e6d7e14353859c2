import { useEffect, useState } from 'preact/hooks';
import { ask } from '../browser/messages.ts';
import { LIMITS } from '../messages/contract.ts';
import type { SearchReply } from '../messages/views.ts';
import { firstUnits } from './cut.ts';

const HITS = 20;
/** Milliseconds: the pause of typing worth a question, and before asking for the rest of half an answer. */
const TYPING = 40;
const REST = 300;

export type Found = { readonly state: 'nothing asked' } | { readonly state: 'failed' } | { readonly state: 'here'; readonly reply: SearchReply };

/** Searches as the query changes. Late answers to older queries are dropped, half answers asked for again. */
export function useSearch(typed: string): Found {
  const query = firstUnits(typed.trim(), LIMITS.query);
  const [found, setFound] = useState<Found>({ state: 'nothing asked' });
  useEffect(() => {
    if (query === '') return setFound({ state: 'nothing asked' });
    let wanted = true;
    let timer: ReturnType<typeof setTimeout>;
    const run = async (): Promise<void> => {
      try {
        const reply = await ask('search', { query, limit: HITS });
        if (!wanted) return;
        setFound({ state: 'here', reply });
        if (!reply.complete) timer = setTimeout(() => void run(), REST);
      } catch {
        if (wanted) setFound({ state: 'failed' });
      }
    };
    timer = setTimeout(() => void run(), TYPING);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query]);
  return found;
}
