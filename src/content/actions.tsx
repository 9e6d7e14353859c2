import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { ask } from '../browser/messages.ts';
import type { Link } from '../messages/views.ts';

export interface Deeds {
  /** True when the reader did it, on something they see. Everything with an effect asks this first. */
  readonly isReaders: (event: Event) => boolean;
  /** Tells the reader what came of it. */
  readonly say: (words: string) => void;
}

export const DeedsContext = createContext<Deeds>({ isReaders: () => false, say: () => undefined });

export const isSafe = ({ url }: Link): boolean => URL.canParse(url) && new URL(url).protocol === 'https:';

/** A link out, in a new tab that learns nothing of where it was opened. */
export function Out({ link: { label, url }, about }: { readonly link: Link; readonly about: string }) {
  const { isReaders } = useContext(DeedsContext);
  const guard = (event: Event): void => {
    if (!isReaders(event)) event.preventDefault();
  };
  return (
    <a class="deed" href={url} target="_blank" rel="noopener noreferrer" aria-label={`${label}: ${about}`} onClick={guard} onAuxClick={guard}>
      {label}
    </a>
  );
}

export function Copy({ label, about, what }: { readonly label: string; readonly about: string; readonly what: () => string | Promise<string> }) {
  const { isReaders, say } = useContext(DeedsContext);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await what());
      say(`${label}: done`);
    } catch {
      say('This page does not allow copying. Open the paper in Paperkin to copy it there.');
    }
  };
  return (
    <button type="button" class="deed" aria-label={`${label}: ${about}`} onClick={(event) => isReaders(event) && void copy()}>
      {label}
    </button>
  );
}

/** Shows a paper of the collection in the popup. */
export function InPopup({ paper, about }: { readonly paper: string; readonly about: string }) {
  const { isReaders, say } = useContext(DeedsContext);
  const open = async (): Promise<void> => {
    const opened = await ask('openPopup', { key: paper }).catch(() => false);
    if (!opened) say('The browser wants a click on the Paperkin button in its toolbar.');
  };
  return (
    <button type="button" class="deed" aria-label={`Open in Paperkin: ${about}`} onClick={(event) => isReaders(event) && void open()}>
      Open in Paperkin
    </button>
  );
}
