import { useEffect, useRef, useState } from 'preact/hooks';
import type { Id } from '../messages/reader-contract.ts';
import { inWords } from '../ui/answers.ts';
import { useLive } from './live.ts';
import { reader } from './reader.ts';

/** Milliseconds after the last letter. */
const SAVED_AFTER = 600;

/** The reader's own note on a paper, plain text, saved while it is written. */
export function NoteField({ id, note }: { readonly id: Id; readonly note: string }) {
  const { refresh } = useLive();
  const [text, setText] = useState(note);
  const [state, setState] = useState('');
  /** What the store has, and what stands in the field: the last of it is saved even when the field goes away. */
  const stored = useRef(note);
  const typed = useRef(note);
  const save = async (): Promise<void> => {
    const words = typed.current;
    if (words === stored.current) return;
    try {
      await reader('note', { id, note: words });
      stored.current = words;
      setState('Saved');
      refresh();
    } catch (problem) {
      setState(`Not saved: ${inWords(problem)}`);
    }
  };
  useEffect(() => {
    typed.current = text;
    if (text === stored.current) return undefined;
    setState('…');
    const timer = setTimeout(() => void save(), SAVED_AFTER);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const leave = (): void => void save();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return (
    <label class="field">
      <span>
        Note <span class="quiet">{state}</span>
      </span>
      <textarea rows={4} maxLength={100_000} dir="auto" value={text} onInput={(event) => setText(event.currentTarget.value)} onBlur={() => void save()} />
    </label>
  );
}
