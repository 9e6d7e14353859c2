import { useCallback, useEffect, useState } from 'preact/hooks';

export type Say = (words: string) => void;

/** Milliseconds a word stays: time to read it, and for a screen reader to take it up. */
const STAYS = 3_000;

export function useToast(): readonly [string, Say] {
  const [said, setSaid] = useState({ words: '', at: 0 });
  useEffect(() => {
    if (said.words === '') return undefined;
    const timer = setTimeout(() => setSaid({ words: '', at: 0 }), STAYS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said.words, useCallback((words: string) => setSaid({ words, at: Date.now() }), [])];
}

/** A quiet word about what was just done; always in the page, so that screen readers notice when it speaks. */
export function Toast({ words }: { readonly words: string }) {
  return (
    <div class="toast" role="status" aria-live="polite">
      {words && <p class="toast-words">{words}</p>}
    </div>
  );
}
