import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { onLookAgain } from '../browser/tell.ts';
import type { Done, Standing } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import type { Say } from '../ui/toast.tsx';
import { reader } from './reader.ts';

/** What every part of the page shares: how the library stands, and the way to change it. */
export interface Live {
  /** Grows whenever papers, collections or lenses may have changed: what was asked before is asked again. */
  readonly version: number;
  /** Null until first answered. */
  readonly standing: Standing | null;
  readonly say: Say;
  /** Something was changed here, or may have been elsewhere. */
  readonly refresh: () => void;
  /** Does one thing, says what was done with a way to take it back, or says what went wrong. Null where it went wrong. */
  readonly act: (deed: () => Promise<Done>) => Promise<Done | null>;
}

const Context = createContext<Live | null>(null);
export const { Provider: LiveProvider } = Context;

export function useLive(): Live {
  const live = useContext(Context);
  if (!live) throw new Error('outside of the library page');
  return live;
}

/** Makes what {@link useLive} gives; called once, at the top of the page. */
export function useLibrary(say: Say): Live {
  const [version, setVersion] = useState(0);
  const [standing, setStanding] = useState<Standing | null>(null);

  const look = useCallback(async () => {
    try {
      const now = await reader('standing', null);
      setStanding((before) => {
        if (before?.change !== now.change) setVersion((n) => n + 1);
        return now;
      });
    } catch (problem) {
      say(inWords(problem));
    }
  }, [say]);

  const refresh = useCallback(() => {
    setVersion((n) => n + 1);
    void look();
  }, [look]);

  const act = useCallback(
    async (deed: () => Promise<Done>): Promise<Done | null> => {
      try {
        const done = await deed();
        const { undo } = done;
        say(done.what, undo === null ? undefined : { label: 'Undo', run: () => void act(() => reader('undo', { token: undo })) });
        refresh();
        return done;
      } catch (problem) {
        say(inWords(problem));
        return null;
      }
    },
    [say, refresh],
  );

  useEffect(() => {
    void look();
    // Papers are saved in other tabs, too. A word that is missed is made up for when the reader comes back.
    const stop = onLookAgain(() => void look());
    const back = (): void => void (document.visibilityState === 'visible' && look());
    document.addEventListener('visibilitychange', back);
    addEventListener('focus', back);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', back);
      removeEventListener('focus', back);
    };
  }, [look]);

  return useMemo(() => ({ version, standing, say, refresh, act }), [version, standing, say, refresh, act]);
}

/** The answer to a question, asked again when it or the library changes; the last one stays until the next is here. */
export function useAsked<T>(question: string | null, run: () => Promise<T>): { readonly value: T | null; readonly failed: string | null } {
  const { version } = useLive();
  const [got, setGot] = useState<{ question: string | null; value: T | null; failed: string | null }>({ question: null, value: null, failed: null });
  useEffect(() => {
    if (question === null) return undefined;
    let wanted = true;
    run().then(
      (value) => wanted && setGot({ question, value, failed: null }),
      (problem: unknown) => wanted && setGot((before) => ({ question, value: before.question === question ? before.value : null, failed: inWords(problem) })),
    );
    return () => {
      wanted = false;
    };
    // The question names what is asked; `run` is made anew at each drawing.
  }, [question, version]);
  return got.question === question ? got : { value: null, failed: null };
}
