import type { Certainty } from '../paper/paper.ts';
import type { Closeness, Identity, Relation } from '../messages/views.ts';
import { CheckSign, KinSign, OtherSign } from './signs.tsx';
import { CLOSENESS, count } from './words.ts';

/** How sure it is that the paper is the collection's: filled, with a check. */
export function IdentityChip({ identity }: { readonly identity: Identity }) {
  if (identity.state === 'other paper') {
    return (
      <span class="chip chip-other">
        <OtherSign /> Same title, other paper
      </span>
    );
  }
  return <MineChip certainty={identity.certainty} />;
}

/** A paper of the collection; without a certainty where nothing had to be recognised. */
export function MineChip({ certainty }: { readonly certainty?: Certainty | undefined }) {
  return (
    <span class="chip chip-mine">
      <CheckSign /> In your collection {certainty && <span class="chip-more">· {certainty}</span>}
    </span>
  );
}

/** How close a paper is: outlined, filled a little when strong. */
export function ClosenessChip({ closeness, more }: { readonly closeness: Closeness; readonly more?: string | undefined }) {
  return (
    <span class={`chip chip-kin${closeness === 'strongly related' ? ' chip-strong' : ''}${closeness === 'loosely related' ? ' chip-loose' : ''}`}>
      <KinSign /> {CLOSENESS[closeness]} {more && <span class="chip-more">{more}</span>}
    </span>
  );
}

/** The closeness of a page's paper to the collection, with the number of papers it is close to. */
export function RelationChip({ relation }: { readonly relation: Relation }) {
  return <ClosenessChip closeness={relation.closeness} more={`to ${count(relation.count, 'paper')}`} />;
}
