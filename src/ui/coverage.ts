import type { Identity, Relation } from '../messages/views.ts';
import { count } from './words.ts';

interface Answered {
  readonly identity?: Identity | null | undefined;
  readonly relation?: Relation | null | undefined;
}

/** How much of a bibliography the reader has, and what else of it is close. */
export interface Coverage<E> {
  readonly total: number;
  readonly mine: readonly E[];
  /** The closest others, nearest first; few. */
  readonly closest: readonly E[];
}

const MOST = 5;

export function coverageOf<E extends Answered>(references: readonly E[]): Coverage<E> {
  const mine = references.filter(({ identity }) => identity?.state === 'in collection');
  const close = references.filter(({ identity, relation }) => identity?.state !== 'in collection' && relation);
  close.sort((a, b) => Number(isStrong(b)) - Number(isStrong(a)) || (b.relation?.rank ?? 0) - (a.relation?.rank ?? 0));
  return { total: references.length, mine, closest: close.slice(0, MOST) };
}

const isStrong = ({ relation }: Answered): boolean => relation?.closeness === 'strongly related';

/** "14 of 52 references are in your collection". */
export const coverageWords = ({ total, mine }: Coverage<unknown>): string =>
  `${mine.length === 0 ? 'None' : mine.length} of ${count(total, 'reference')} ${mine.length === 1 || (mine.length === 0 && total === 1) ? 'is' : 'are'} in your collection`;

/** "the 5 closest others are"; empty where no other is close. */
export const closestWords = ({ closest }: Coverage<unknown>): string =>
  closest.length === 0 ? '' : closest.length === 1 ? 'the closest other is' : `the ${closest.length} closest others are`;
