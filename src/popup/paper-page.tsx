import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { MarkedText } from '../paper/paper.ts';
import type { Link, Neighbour } from '../messages/views.ts';
import { Links } from '../ui/links.tsx';
import { Marked } from '../ui/marked.tsx';
import { source } from '../ui/words.ts';
import { Neighbours } from './neighbours.tsx';
import type { View } from './popup-state.ts';
import { useOldScroll } from './scroll.ts';

interface PaperPageProps {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number | undefined;
  readonly chip: ComponentChildren;
  readonly links: readonly Link[];
  /** Buttons for copying and the like. */
  readonly actions: ComponentChildren;
  readonly abstract: MarkedText | null;
  readonly near: { readonly label: string; readonly none: string; readonly papers: readonly Neighbour[] };
  readonly view: View;
  readonly onOpen: (key: string) => void;
  readonly onToggle: (key: string) => void;
}

/** One paper in full, with its nearest papers of the collection. */
export function PaperPage({ title, authors, year, chip, links, actions, abstract, near, view, onOpen, onToggle }: PaperPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const line = source({ authors, ...(year === undefined ? {} : { year }) }, 12);
  useEffect(() => {
    if (view.left === null) heading.current?.focus({ preventScroll: true });
  }, []);
  useOldScroll(view.scroll, true);
  return (
    <article class="paper">
      <h1 ref={heading} class="paper-title" tabIndex={-1} dir="auto">
        {title}
      </h1>
      {line && (
        <p class="paper-source" dir="auto">
          {line}
        </p>
      )}
      {chip && <p class="row-line">{chip}</p>}
      <Links links={links} />
      <div class="actions">{actions}</div>
      <h2 class="part">Abstract</h2>
      {abstract?.text ? (
        <p class="abstract abstract-large" dir="auto">
          <Marked value={abstract} />
        </p>
      ) : (
        <p class="quiet">No abstract is known here.</p>
      )}
      <h2 class="part">{near.label}</h2>
      {near.papers.length > 0 ? <Neighbours papers={near.papers} view={view} onOpen={onOpen} onToggle={onToggle} /> : <p class="quiet">{near.none}</p>}
    </article>
  );
}
