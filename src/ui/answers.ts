import { useCallback, useEffect, useState } from 'preact/hooks';

export type Answer<T> = { readonly state: 'waiting' } | { readonly state: 'here'; readonly value: T } | { readonly state: 'failed'; readonly why: string };

/** What went wrong, in words for a person. */
export const inWords = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

/** Answers already given while the popup is open, so that Back shows a place at once and at its old height. */
const given = new Map<string, unknown>();

/** Something was changed: what was answered before is asked again. */
export const forgetAnswers = (): void => given.clear();

/**
 * The answer to a question, asked again when the question changes. An answer that comes after the question has changed is dropped.
 * @param question What is asked, as a name that is the same for the same answer; null asks nothing.
 */
export function useAnswer<T>(question: string | null, ask: () => Promise<T>): Answer<T> & { readonly again: () => void } {
  const [got, setGot] = useState<{ question: string | null; answer: Answer<T> }>({ question: null, answer: { state: 'waiting' } });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (question === null || given.has(question)) return undefined;
    let wanted = true;
    const take = (answer: Answer<T>): void => {
      if (answer.state === 'here') given.set(question, answer.value);
      if (wanted) setGot({ question, answer });
    };
    take({ state: 'waiting' });
    ask().then(
      (value) => take({ state: 'here', value }),
      (problem: unknown) => take({ state: 'failed', why: inWords(problem) }),
    );
    return () => {
      wanted = false;
    };
    // The question names what is asked; `ask` is made anew at each drawing.
  }, [question, attempt]);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  if (question !== null && given.has(question)) return { state: 'here', value: given.get(question) as T, again };
  return { ...(got.question === question ? got.answer : { state: 'waiting' as const }), again };
}

/** True once something has lasted long enough to be worth a word: what is answered at once shows no sign of waiting. */
export function useLate(waiting: boolean, after = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return setLate(false);
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [waiting, after]);
  return waiting && late;
}
