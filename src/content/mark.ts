import type { Certainty } from '../paper/paper.ts';
import type { Identity, Relation } from '../messages/views.ts';

/** What a badge says. Two marks with the same name look the same. */
export interface Mark {
  readonly kind: 'mine' | 'strong' | 'related' | 'other';
  /** The few words beside the title. */
  readonly text: string;
  /** Accessible name; starts with "In your collection" or "Related to" and names the nearest paper. */
  readonly name: string;
}

const SHOWN_TERMS = 3;

const CERTAIN: Readonly<Record<Certainty, (title: string) => Pick<Mark, 'text' | 'name'>>> = {
  'same id': (title) => ({ text: 'In collection', name: `In your collection: ${title} (same id)` }),
  'same title': (title) => ({ text: 'In collection', name: `In your collection: ${title} (same title)` }),
  'nearly the same title': (title) => ({ text: '≈ In collection', name: `In your collection, nearly the same title: ${title}` }),
};

/** The mark for an answer; null where nothing is to be said. */
export function markOf(identity: Identity | null, relation: Relation | null): Mark | null {
  if (identity?.state === 'in collection') return { kind: 'mine', ...CERTAIN[identity.certainty](identity.paper.title) };
  if (identity) return { kind: 'other', text: 'Same title, other paper', name: `Related to ${identity.paper.title}: same title, other paper` };
  return relation && related(relation);
}

function related({ closeness, count, nearest, terms }: Relation): Mark {
  const strong = closeness === 'strongly related';
  const more = count > 1 ? ` and ${count - 1} more` : '';
  const because = terms.length > 0 ? `: ${terms.slice(0, SHOWN_TERMS).join(', ')}` : '';
  return {
    kind: strong ? 'strong' : 'related',
    text: `${strong ? 'Strongly related' : 'Related'} (${count})`,
    name: `Related to ${nearest.title}${more}${strong ? ' (strongly)' : ''}${because}`,
  };
}
