import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { ask } from '../browser/messages.ts';
import type { Link, PaperSummary } from '../messages/views.ts';

/** Tells the reader what came of what they did. */
export const Say = createContext<(words: string) => void>(() => undefined);

interface ActionProps {
  readonly label: string;
  /** What it is done with, for those who do not see where the action stands. */
  readonly about: string;
}

/** A link out, in a new tab that learns nothing of where it was opened. */
export const Out = ({ label, about, url }: ActionProps & Pick<Link, 'url'>) => (
  <a class="deed" href={url} target="_blank" rel="noopener noreferrer" aria-label={`${label}: ${about}`}>
    {label}
  </a>
);

/** Something done in the page itself. */
export const Deed = ({ label, about, run }: ActionProps & { readonly run: () => void }) => (
  <button type="button" class="deed" aria-label={`${label}: ${about}`} onClick={run}>
    {label}
  </button>
);

export async function copy(text: string | Promise<string>, say: (words: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(await text);
    say('Copied.');
  } catch {
    say('This page does not allow copying. Open the paper in Paperkin and copy it there.');
  }
}

export function Copy({ label, about, what }: ActionProps & { readonly what: () => string | Promise<string> }) {
  const say = useContext(Say);
  return (
    <button type="button" class="deed" aria-label={`${label}: ${about}`} onClick={() => void copy(what(), say)}>
      {label}
    </button>
  );
}

export const CopyBibtex = ({ paper: { key, title } }: { readonly paper: PaperSummary }) => (
  <Copy label="Copy BibTeX" about={title} what={async () => (await ask('paper', { key })).citation.bibtex} />
);

/** Saves a paper that is not in the collection; what came of it is told at the foot of the page. `about` tells it from others beside it. */
export function Save({ save, about }: { readonly save: () => Promise<boolean>; readonly about?: string }) {
  const [state, setState] = useState<'new' | 'busy' | 'saved'>('new');
  const go = async (): Promise<void> => {
    setState('busy');
    setState((await save()) ? 'saved' : 'new');
  };
  const label = state === 'saved' ? 'Saved' : 'Save to your library';
  return (
    <p class="deeds">
      <button type="button" class="deed deed-save" disabled={state !== 'new'} aria-label={about === undefined ? undefined : `${label}: ${about}`} onClick={() => void go()}>
        {label}
      </button>
    </p>
  );
}

/** Shows a paper of the collection in the popup. */
export function OpenInPopup({ paper: { key, title } }: { readonly paper: PaperSummary }) {
  const say = useContext(Say);
  const open = async (): Promise<void> => {
    const opened = await ask('openPopup', { key }).catch(() => false);
    if (!opened) say('Press the Paperkin button in the toolbar: the browser opens it for nobody else. The paper is ready there.');
  };
  return (
    <button type="button" class="deed" aria-label={`Open in Paperkin: ${title}`} onClick={() => void open()}>
      Open in Paperkin
    </button>
  );
}
