import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ask } from '../browser/messages.ts';
import type { Link, Neighbour, PaperSummary } from '../messages/views.ts';
import type { MarkedText } from '../paper/paper.ts';
import { ClosenessChip } from '../ui/chip.tsx';
import { Marked } from '../ui/marked.tsx';
import { PaperRow } from '../ui/paper-row.tsx';
import { Copy, InPopup, isSafe, Out } from './actions.tsx';

/** One paper of the collection with what can be done with it. */
export function CollectionPaper({ paper, chip, terms, abstract, links }: {
  readonly paper: PaperSummary;
  readonly chip?: ComponentChildren;
  readonly terms?: readonly string[];
  readonly abstract: MarkedText | null;
  readonly links: readonly Link[];
}) {
  const { title, authors, year, key } = paper;
  const safe = links.filter(isSafe);
  const [first] = safe;
  return (
    <PaperRow title={title} authors={authors} year={year} chip={chip} terms={terms}>
      <Abstract value={abstract} />
      <p class="deeds">
        {safe.map((link) => (
          <Out key={link.url} link={link} about={title} />
        ))}
        {first && <Copy label="Copy link" about={title} what={() => first.url} />}
        <Copy label="Copy BibTeX" about={title} what={async () => (await ask('paper', { key })).citation.bibtex} />
        <InPopup paper={key} about={title} />
      </p>
    </PaperRow>
  );
}

/** The first lines of an abstract, the rest on request. */
export function Abstract({ value, label = 'abstract' }: { readonly value: MarkedText | null; readonly label?: string }) {
  const [whole, setWhole] = useState(false);
  const id = useId();
  if (!value?.text) return null;
  return (
    <div>
      <p id={id} class={whole ? 'abstract' : 'abstract abstract-cut'} dir="auto">
        <Marked value={value} />
      </p>
      <button type="button" class="deed" aria-expanded={whole} aria-controls={id} onClick={() => setWhole(!whole)}>
        {whole ? 'Less' : `Whole ${label}`}
      </button>
    </div>
  );
}

/** Papers of the collection close to one, each with the reason. Nothing where there are none. */
export function Neighbours({ label, neighbours }: { readonly label: string; readonly neighbours: readonly Neighbour[] }) {
  if (neighbours.length === 0) return null;
  return (
    <>
      <h3 class="heading" dir="auto">
        {label}
      </h3>
      <ul class="papers">
        {neighbours.map(({ paper, closeness, terms, abstract, links }) => (
          <li key={paper.key}>
            <CollectionPaper paper={paper} chip={<ClosenessChip closeness={closeness} />} terms={terms} abstract={abstract} links={links} />
          </li>
        ))}
      </ul>
    </>
  );
}
