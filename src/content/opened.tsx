import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Deeds, DeedsContext } from './actions.tsx';
import { isReaders } from './reader.ts';

/** Milliseconds a message stays. */
const SAID = 4000;

/** What card and panel have in common: acts are checked to be the reader's, and what came of them is said. */
export function Opened({ host, children }: { readonly host: HTMLElement; readonly children: ComponentChildren }) {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(''), SAID);
    return () => clearTimeout(timer);
  }, [said]);
  const deeds = useMemo((): Deeds => ({ isReaders: (event) => event.currentTarget instanceof Element && isReaders(event, event.currentTarget, host), say }), [host]);
  return (
    <DeedsContext.Provider value={deeds}>
      {children}
      <p class="said" role="status">
        {said}
      </p>
    </DeedsContext.Provider>
  );
}
