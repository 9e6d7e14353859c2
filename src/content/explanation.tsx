import { useEffect, useState } from 'preact/hooks';
import type { Explanation, Identity, Relation } from '../messages/views.ts';
import { IdentityChip, RelationChip } from '../ui/chip.tsx';
import { Terms } from '../ui/terms.tsx';
import { Save } from './actions.tsx';
import { Abstract, LinksOut, Neighbours, PaperInFull } from './paper.tsx';

export interface Known {
  readonly identity: Identity | null;
  readonly relation: Relation | null;
}

export interface ExplanationProps {
  /** What is known before the answer. */
  readonly known: Known;
  readonly explain: () => Promise<Explanation>;
  readonly save: () => Promise<boolean>;
  /** Called when the size may have changed. */
  readonly onChange?: () => void;
  /** Also offers where the paper can be read, where it is not beside its own title. */
  readonly withLinks?: boolean;
}

type Answer = { readonly state: 'waiting' } | { readonly state: 'failed' } | { readonly state: 'here'; readonly value: Explanation };

/** Milliseconds before waiting is worth a word. */
const PATIENCE = 200;

/** Why a title is marked: how it stands to the collection, what it shares with it, and its nearest papers. */
export function WhyMarked({ known, explain, save, onChange, withLinks = false }: ExplanationProps) {
  const [answer, setAnswer] = useState<Answer>({ state: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    setAnswer({ state: 'waiting' });
    explain().then(
      (value) => setAnswer({ state: 'here', value }),
      () => setAnswer({ state: 'failed' }),
    );
    return () => clearTimeout(timer);
  }, [attempt]);
  useEffect(() => onChange?.());

  return (
    <>
      <Standing known={known} explanation={answer.state === 'here' ? answer.value : null} save={save} withLinks={withLinks} />
      {answer.state === 'waiting' && late && <p class="note">Looking through your collection…</p>}
      {answer.state === 'failed' && (
        <p class="note">
          Paperkin could not look this up.{' '}
          <button type="button" class="deed" onClick={() => setAttempt(attempt + 1)}>
            Try again
          </button>
        </p>
      )}
      {answer.state === 'here' && <Nearest explanation={answer.value} mine={known.identity?.state === 'in collection'} />}
    </>
  );
}

interface StandingProps extends Pick<ExplanationProps, 'known' | 'save'> {
  readonly explanation: Explanation | null;
  readonly withLinks: boolean;
}

function Standing({ known: { identity, relation }, explanation, save, withLinks }: StandingProps) {
  const abstract = explanation?.abstract ?? null;
  if (identity?.state === 'in collection') {
    return <PaperInFull paper={identity.paper} chip={<IdentityChip identity={identity} />} abstract={abstract} links={explanation?.links ?? []} />;
  }
  return (
    <div class="row">
      <p class="row-line">{identity ? <IdentityChip identity={identity} /> : relation ? <RelationChip relation={relation} /> : <span class="note">Not in your collection.</span>}</p>
      {identity && <p class="note">Your collection has a paper of this title under another id: {source(identity.paper)}.</p>}
      {relation && <Terms terms={relation.terms} />}
      <Abstract value={abstract} label="Whole abstract of this paper" />
      <Save save={save} />
      {withLinks && explanation && <LinksOut about="this reference" links={explanation.links} />}
    </div>
  );
}

const source = ({ arxivId, authors: [first], year }: Identity['paper']): string => [first, year, arxivId && `arXiv:${arxivId}`].filter(Boolean).join(', ');

function Nearest({ explanation: { neighbours }, mine }: { readonly explanation: Explanation; readonly mine: boolean }) {
  if (neighbours.length === 0) return <p class="note">{mine ? 'No other paper of your collection is close to it.' : 'No paper of your collection is close to this one.'}</p>;
  return <Neighbours label={mine ? 'Closest to it in your collection' : 'Closest in your collection'} neighbours={neighbours} />;
}
