import type { Row } from './rows.ts';

/** How near an entry stands to the collection, nearest first: its own papers, then in the order of the marks. */
const ORDER = ['mine', 'same title', 'strongly related', 'related', 'loosely related', 'unknown'] as const;
export type Standing = (typeof ORDER)[number];

export function standing({ identity, relation, loose }: Row): Standing {
  if (identity) return identity.state === 'in collection' ? 'mine' : 'same title';
  return relation?.closeness ?? (loose ? 'loosely related' : 'unknown');
}

/** Of the same standing the closer one is first; where that is the same too, sorting leaves the page's own order. */
export const byCloseness = (a: Row, b: Row): number => ORDER.indexOf(standing(a)) - ORDER.indexOf(standing(b)) || rankOf(b) - rankOf(a);

const rankOf = ({ relation, loose }: Row): number => relation?.rank ?? loose?.rank ?? 0;

/** Whether an entry counts as close, where `strongly` asks for more. What is the reader's own is not close: it is there. */
export function isClose(row: Row, strongly: boolean): boolean {
  const stands = standing(row);
  return stands === 'same title' || stands === 'strongly related' || (stands === 'related' && !strongly);
}

/** Nothing more is to come; `loosely` where also what deserves no mark is ranked. */
export function isAnswered({ identity, relation, loose }: Row, loosely: boolean): boolean {
  if (identity === undefined) return false;
  return identity !== null || (relation !== undefined && (!loosely || relation !== null || loose !== undefined));
}

/** "6 of 97 new papers are close to your collection · 3 you have". New is what the collection lacks. */
export function summaryOf(rows: readonly Row[], strongly: boolean): string {
  const mine = rows.filter((row) => standing(row) === 'mine').length;
  const close = rows.filter((row) => isClose(row, strongly)).length;
  const fresh = rows.length - mine;
  const have = mine > 0 ? ` · ${mine} you have` : '';
  if (fresh === 0) return `You have ${mine === 1 ? 'this paper' : `all ${mine} papers`}`;
  const papers = `${fresh} new ${fresh === 1 ? 'paper' : 'papers'}`;
  const how = strongly ? 'very close' : 'close';
  if (close === 0) return `${fresh === 1 ? `The new paper is not ${how}` : `None of ${papers} is ${how}`} to your collection${have}`;
  return `${close} of ${papers} ${close === 1 ? 'is' : 'are'} ${how} to your collection${have}`;
}
