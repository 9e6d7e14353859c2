import { useEffect, useRef } from 'preact/hooks';
import type { Neighbour } from '../messages/views.ts';
import { ClosenessChip } from '../ui/chip.tsx';
import { excerpt } from '../ui/excerpt.ts';
import { Links } from '../ui/links.tsx';
import { PaperRow } from '../ui/paper-row.tsx';
import type { View } from './popup-state.ts';

interface NeighboursProps {
  readonly papers: readonly Neighbour[];
  readonly view: View;
  readonly onOpen: (key: string) => void;
  readonly onToggle: (key: string) => void;
}

/** Similar papers, nearest first, each with the reason: the shared terms, marked in its abstract. */
export function Neighbours({ papers, view, onOpen, onToggle }: NeighboursProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const back = papers.findIndex(({ paper }) => paper.key === view.left);
    list.current?.querySelectorAll<HTMLElement>('.row-button')[back]?.focus({ preventScroll: true });
  }, []);
  return (
    <ol ref={list} class="neighbours">
      {papers.map((near) => {
        const { key, title, authors, year } = near.paper;
        const whole = view.expanded.includes(key);
        return (
          <li key={key}>
            <PaperRow
              title={title}
              authors={authors}
              year={year}
              chip={<ClosenessChip closeness={near.closeness} />}
              terms={near.terms}
              abstract={whole ? near.abstract : excerpt(near.abstract)}
              whole={whole}
              onOpen={() => onOpen(key)}
            >
              {whole && <Links links={near.links} />}
              <button type="button" class="more" aria-expanded={whole} aria-label={`Whole abstract of ${title}`} onClick={() => onToggle(key)}>
                {whole ? 'Less' : 'Whole abstract'}
              </button>
            </PaperRow>
          </li>
        );
      })}
    </ol>
  );
}
