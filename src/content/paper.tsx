import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Link, Neighbour, PaperSummary } from '../messages/views.ts';
import type { MarkedText } from '../paper/paper.ts';
import { ClosenessChip } from '../ui/chip.tsx';
import { excerpt } from '../ui/excerpt.ts';
import { Marked } from '../ui/marked.tsx';
import { PaperRow } from '../ui/paper-row.tsx';
import { Copy, CopyBibtex, OpenInPopup, Out } from './actions.tsx';

/** Characters of an abstract that are shown unasked: two or three lines. */
const EXCERPT = 140;

interface PaperProps {
  readonly paper: PaperSummary;
  readonly chip?: ComponentChildren;
  readonly abstract: MarkedText | null;
  readonly links: readonly Link[];
  /** Shows the whole abstract from the start. */
  readonly unfolded?: boolean;
}

/** One paper of the collection with everything that can be done with it. */
export function PaperInFull({ paper, chip, abstract, links, unfolded = false }: PaperProps) {
  const { title, authors, year } = paper;
  const link = links.find(isSafe);
  return (
    <PaperRow title={title} authors={authors} year={year} chip={chip}>
      <Abstract value={abstract} unfolded={unfolded} />
      <LinksOut about={title} links={links} />
      <p class="deeds">
        {link && <CopyLink about={title} link={link} />}
        <CopyBibtex paper={paper} />
        <OpenInPopup paper={paper} />
      </p>
    </PaperRow>
  );
}

/** Where a paper can be read. */
export const LinksOut = ({ about, links }: { readonly about: string; readonly links: readonly Link[] }) => (
  <p class="deeds">
    {links.filter(isSafe).map(({ label, url }) => (
      <Out key={url} label={label} about={about} url={url} />
    ))}
  </p>
);

/** Papers of the collection close to one, each with the reason. Nothing where there are none. */
export function Neighbours({ label, neighbours }: { readonly label: string; readonly neighbours: readonly Neighbour[] }) {
  const id = useId();
  if (neighbours.length === 0) return null;
  // Not a heading: those of the page are none of ours to continue.
  return (
    <>
      <p id={id} class="heading" dir="auto">
        {label}
      </p>
      <ul class="papers" aria-labelledby={id}>
        {neighbours.map((neighbour) => (
          <li key={neighbour.paper.key}>
            <NeighbourRow neighbour={neighbour} />
          </li>
        ))}
      </ul>
    </>
  );
}

function NeighbourRow({ neighbour: { paper, closeness, terms, abstract, links } }: { readonly neighbour: Neighbour }) {
  const { title, authors, year } = paper;
  const link = links.find(isSafe);
  return (
    <PaperRow title={title} authors={authors} year={year} chip={<ClosenessChip closeness={closeness} />} terms={terms} href={link?.url}>
      <Abstract value={abstract}>
        {link && <CopyLink about={title} link={link} />}
        <OpenInPopup paper={paper} />
      </Abstract>
    </PaperRow>
  );
}

interface AbstractProps {
  readonly value: MarkedText | null;
  readonly label?: string;
  readonly unfolded?: boolean;
  readonly children?: ComponentChildren;
}

/** The telling lines of an abstract, the rest on request; further actions stand beside that one. */
export function Abstract({ value, label = 'Whole abstract', unfolded = false, children }: AbstractProps) {
  const [whole, setWhole] = useState(unfolded);
  const id = useId();
  const short = value && excerpt(value, EXCERPT);
  const shown = whole ? value : short;
  return (
    <>
      {shown?.text && (
        <p id={id} class="abstract" dir="auto">
          <Marked value={shown} />
        </p>
      )}
      <p class="deeds">
        {short !== value && (
          <button type="button" class="deed" aria-expanded={whole} aria-controls={id} onClick={() => setWhole(!whole)}>
            {whole ? 'Less' : label}
          </button>
        )}
        {children}
      </p>
    </>
  );
}

const CopyLink = ({ about, link: { url } }: { readonly about: string; readonly link: Link }) => <Copy label="Copy link" about={about} what={() => url} />;

const isSafe = ({ url }: Link): boolean => URL.canParse(url) && new URL(url).protocol === 'https:';
