import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../browser/messages.ts';
import type { PaperView } from '../messages/views.ts';
import { IdentityChip } from '../ui/chip.tsx';
import { arxivPage } from '../ui/links.tsx';
import { plain } from '../ui/marked.tsx';
import { PaperRow } from '../ui/paper-row.tsx';
import { BackSign, CrossSign, SearchSign } from '../ui/signs.tsx';
import { count } from '../ui/words.ts';
import { copy, Say } from './actions.tsx';
import { WhyMarked } from './explanation.tsx';
import { Neighbours, PaperInFull } from './paper.tsx';
import { type Found, useSearch } from './search.ts';
import type { Subject } from './subject.ts';

export interface PanelProps {
  /** What was selected on the page; empty where nothing was. */
  readonly selection: string;
  /** The page's own paper. */
  readonly main: Subject | null;
  readonly onClose: () => void;
}

const LIST = 'hits';
const option = (at: number): string => `hit-${at}`;

/** Quick lookup: a search box, and below it what it finds, or the page's own paper while nothing is typed. */
export function PanelView({ selection, main, onClose }: PanelProps) {
  const [query, setQuery] = useState(selection);
  const [active, setActive] = useState(-1);
  const [paper, setPaper] = useState<string | null>(null);
  const found = useSearch(query);
  const box = useRef<HTMLInputElement>(null);
  const hits = found.state === 'here' ? found.reply.hits : [];
  const say = useContext(Say);
  // On a row that the arrows chose, letters are commands, as in the popup.
  const chosen = hits[active]?.paper.arxivId;
  const link = chosen === undefined ? null : arxivPage(chosen);

  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);

  const type = (words: string): void => {
    setQuery(words);
    setActive(-1);
    setPaper(null);
  };
  const back = (): void => {
    if (paper !== null) setPaper(null);
    else if (query !== '' && query !== selection) type('');
    else onClose();
    box.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') back();
    else if (event.target !== box.current || paper !== null || event.ctrlKey || event.altKey || event.metaKey) return;
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, -1));
    else if (event.key === 'Enter' && hits.length > 0) setPaper(hits[Math.max(active, 0)]?.paper.key ?? null);
    else if (event.key === 'o' && link) open(link, '_blank', 'noopener,noreferrer');
    else if (event.key === 'c' && link) void copy(link, say);
    else return;
    event.preventDefault();
  };

  return (
    <div class="panel-body" onKeyDown={onKey}>
      <div class="panel-head">
        <label class="panel-search">
          <SearchSign />
          <input
            ref={box}
            type="text"
            role="combobox"
            aria-label="Search your collection"
            aria-controls={LIST}
            aria-expanded={paper === null && hits.length > 0}
            aria-autocomplete="list"
            aria-activedescendant={active >= 0 && paper === null ? option(active) : undefined}
            placeholder="Search your collection"
            autocomplete="off"
            spellcheck={false}
            maxLength={1000}
            dir="auto"
            value={query}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
        <button type="button" class="button button-quiet panel-close" aria-label="Close" onClick={onClose}>
          <CrossSign />
        </button>
      </div>
      <div class="panel-found">
        {paper !== null ? (
          <>
            <button type="button" class="deed panel-back" onClick={back}>
              <BackSign /> Back to the results
            </button>
            <PaperDetail key={paper} paper={paper} />
          </>
        ) : query.trim() === '' ? (
          <Start main={main} />
        ) : (
          <Hits found={found} active={active} onOpen={setPaper} />
        )}
      </div>
    </div>
  );
}

function Start({ main }: { readonly main: Subject | null }) {
  if (!main) return <p class="note">Type a title, a few words, an author or an arXiv id. Or select a title on the page and press the key again.</p>;
  const known = main.known();
  return (
    <>
      {known.identity?.state !== 'in collection' && <PaperRow title={main.title} />}
      <WhyMarked known={known} explain={main.explain} save={main.save} />
    </>
  );
}

function Hits({ found, active, onOpen }: { readonly found: Found; readonly active: number; readonly onOpen: (key: string) => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [active]);
  if (found.state === 'nothing asked') return null;
  if (found.state === 'failed') return <p class="note">Paperkin could not search. Type on to try again.</p>;
  const { hits, total, named, similar, complete } = found.reply;
  return (
    <>
      <p class="note" role="status">
        {total > 0 ? count(total, 'paper') : complete ? 'No paper of your collection matches.' : 'Looking through your collection…'}
      </p>
      <div ref={list} id={LIST} class="papers" role="listbox" aria-label="Papers found">
        {hits.map(({ paper, title, excerpt }, at) => (
          // The focus stays in the search box: an option is pressed, not focused.
          <div key={paper.key} id={option(at)} class="hit" role="option" aria-selected={at === active} onClick={() => onOpen(paper.key)}>
            <PaperRow title={title} authors={paper.authors} year={paper.year} chip={at === 0 && named ? <IdentityChip identity={{ state: 'in collection', certainty: named, paper }} /> : undefined} abstract={excerpt} />
          </div>
        ))}
      </div>
      {hits.length > 0 && (
        <p class="note keys">
          <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> opens, <kbd>c</kbd> copies the link, <kbd>o</kbd> goes to arXiv, <kbd>Esc</kbd> back
        </p>
      )}
      {similar && <Neighbours label={`Similar to ${similar.to.title}`} neighbours={similar.neighbours} />}
    </>
  );
}

/** One paper of the collection in full. */
function PaperDetail({ paper: key }: { readonly paper: string }) {
  const [view, setView] = useState<PaperView | 'failed' | null>(null);
  useEffect(() => {
    ask('paper', { key }).then(setView, () => setView('failed'));
  }, [key]);
  if (view === null) return null;
  if (view === 'failed') return <p class="note">This paper could not be read.</p>;
  return (
    <>
      <PaperInFull paper={view.paper} abstract={plain(view.abstract)} links={view.links} unfolded />
      <Neighbours label="Closest to it in your collection" neighbours={view.similar} />
    </>
  );
}
