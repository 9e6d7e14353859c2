import { useCallback, useEffect, useState } from 'preact/hooks';

/** What the reader can do about what was said: "Undo". */
export interface Deed {
  readonly label: string;
  readonly run: () => void;
}
export type Say = (words: string, deed?: Deed) => void;

export interface Said {
  readonly words: string;
  readonly deed: Deed | undefined;
}

/** Milliseconds a word stays: time to read it, and for a screen reader to take it up; longer where something can be done about it. */
const STAYS = 3_000;
const STAYS_WITH_DEED = 12_000;
const NOTHING: Said = { words: '', deed: undefined };

export function useToast(): readonly [Said, Say] {
  const [said, setSaid] = useState(NOTHING);
  useEffect(() => {
    if (said.words === '') return undefined;
    const timer = setTimeout(() => setSaid(NOTHING), said.deed ? STAYS_WITH_DEED : STAYS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, useCallback((words: string, deed?: Deed) => setSaid({ words, deed }), [])];
}

/** A quiet word about what was just done; always in the page, so that screen readers notice when it speaks. */
export function Toast({ said: { words, deed } }: { readonly said: Said }) {
  return (
    <div class="toast" role="status" aria-live="polite">
      {words && (
        <p class="toast-words">
          {words}
          {deed && (
            <button type="button" class="toast-deed" onClick={deed.run}>
              {deed.label}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
