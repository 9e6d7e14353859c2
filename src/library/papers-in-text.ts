import type { Mention } from '../paper/paper.ts';
import { idsIn, idsOfLinks, type LinkedText } from '../mentions/ids-in-text.ts';
import { PaperFinder } from '../mentions/paper-finder.ts';
import type { Paper } from '../paper/paper.ts';
import type { Identity } from './views.ts';

/** A place of a text that names a paper of the collection. */
export interface PaperInText {
  readonly start: number;
  readonly end: number;
  readonly identity: Identity & { readonly state: 'in collection' };
}

export interface Source {
  readonly text: string;
  readonly links: readonly LinkedText[];
}

/** Milliseconds of work before other questions get their turn. */
const SLICE = 25;
const BATCH = 100;

/**
 * The places of a text that name papers, by id or by title, in its order, none within another. `identify` has the last
 * word: what it does not call a paper of the collection is none.
 */
export async function papersInText(source: Source, papers: readonly Pick<Paper, 'title' | 'authors' | 'year'>[], identify: (mentions: readonly Mention[]) => Promise<readonly (Identity | null)[]>): Promise<readonly PaperInText[]> {
  const ids = [...(await inTurns(idsIn(source.text))), ...idsOfLinks(source.links)];
  const finder = await inTurns(PaperFinder.build(papers));
  const titles = await inTurns(finder.find(source.text));
  const candidates: { start: number; end: number; mention: Mention }[] = [
    ...ids.map(({ start, end, arxivId, doi }) => ({ start, end, mention: { title: '', ...(arxivId !== undefined && { arxivId }), ...(doi !== undefined && { doi }) } })),
    ...titles.map(({ start, end, row }) => ({ start, end, mention: { title: papers[row]?.title ?? '' } })),
  ];
  const found: PaperInText[] = [];
  for (let at = 0; at < candidates.length; at += BATCH) {
    const batch = candidates.slice(at, at + BATCH);
    const identities = await identify(batch.map(({ mention }) => mention));
    batch.forEach(({ start, end }, i) => {
      const identity = identities[i];
      if (identity?.state === 'in collection') found.push({ start, end, identity });
    });
  }
  return withoutOverlaps(found);
}

/** Of two that overlap the one that begins first, then the longer: a link around a title and the title are one place. */
function withoutOverlaps(found: readonly PaperInText[]): PaperInText[] {
  let last = 0;
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}

async function inTurns<T>(steps: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
