import type { Identity, Relation } from '../messages/views.ts';

/** What a badge says. Two marks with the same name look the same. */
export interface Mark {
  readonly kind: 'mine' | 'nearly mine' | 'strong' | 'related' | 'other' | 'summary';
  /** The few words beside the title. But for a number in brackets the name has them too: who speaks to the computer calls a badge by what they see. */
  readonly text: string;
  /** Accessible name; starts with "In your collection" or "Related to" and names the nearest paper. */
  readonly name: string;
}

const SHOWN_TERMS = 3;
const SHOWN_LENS = 24;

const MINE = 'In your collection';
const OTHER = 'Same title, other paper';

/** The mark for an answer; null where nothing is to be said. */
export function markOf(identity: Identity | null, relation: Relation | null): Mark | null {
  if (!identity) return relation && related(relation);
  const { title } = identity.paper;
  if (identity.state === 'other paper') return { kind: 'other', text: OTHER, name: `Related to ${title}: ${OTHER.toLowerCase()}` };
  const { certainty } = identity;
  const mine = identity.lens === undefined ? MINE : `${MINE} · ${cut(identity.lens)}`;
  return certainty === 'nearly the same title' || certainty === 'partial title'
    ? { kind: 'nearly mine', text: mine, name: `${mine}, ${certainty}: ${title}` }
    : { kind: 'mine', text: mine, name: `${mine}: ${title} (${certainty})` };
}

function related({ closeness, count, nearest, terms, lens }: Relation): Mark {
  const papers = `${nearest.title}${count > 1 ? ` and ${count - 1} more` : ''}`;
  const because = terms.length > 0 ? `: ${terms.slice(0, SHOWN_TERMS).join(', ')}` : '';
  const to = lens === undefined ? '' : ` to ${cut(lens)}`;
  return closeness === 'strongly related'
    ? { kind: 'strong', text: `Strongly related${to} (${count})`, name: `Related to ${papers}, strongly related${to}${because}` }
    : { kind: 'related', text: `Related${to} (${count})`, name: `Related${to}${to === '' ? ' to ' : ': '}${papers}${because}` };
}

/** The name of a lens, short enough for a badge. */
const cut = (lens: string): string => Array.from(lens).slice(0, SHOWN_LENS).join('');
