import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Say } from './actions.tsx';
import { isReaders } from './reader.ts';

/** Milliseconds a message stays. */
const SAID = 5000;

/** What card and panel have in common: only the reader's own clicks come through, and what came of them is said. */
export function Opened({ host, children }: { readonly host: HTMLElement; readonly children: ComponentChildren }) {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(''), SAID);
    return () => clearTimeout(timer);
  }, [said]);
  const gate = (event: Event): void => {
    const deed = event.target instanceof Element ? event.target.closest('a, button, [role="option"]') : null;
    if (!deed || isReaders(event, deed, host)) return;
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <Say.Provider value={say}>
      <div onClickCapture={gate} onAuxClickCapture={gate}>
        {children}
      </div>
      <p class="said" role="status">
        {said}
      </p>
    </Say.Provider>
  );
}
