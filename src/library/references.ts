import type { Mention } from '../paper/paper.ts';
import { answerOf, questionsOf } from '../references/match.ts';
import { readReference } from '../references/read-reference.ts';
import type { CitedEntry } from '../references/reference.ts';
import type { Identity, ReadReference } from './views.ts';

/** Reads entries of a bibliography and says what each is; one answer per entry. */
export async function readReferences(entries: readonly CitedEntry[], identify: (mentions: readonly Mention[]) => Promise<readonly (Identity | null)[]>): Promise<readonly ReadReference[]> {
  const references = entries.map(readReference);
  const questions = references.map(questionsOf);
  const answers = await identify(questions.flat());
  let at = 0;
  return references.map((reference, i): ReadReference => {
    const own = answers.slice(at, (at += questions[i]?.length ?? 0));
    const identity = answerOf(reference, own);
    const { mention, titled } = reference;
    // An answer that the entry does not bear out leaves it alone, and what is no title is close to nothing.
    return { mention: identity?.state === 'in collection' ? as(identity) : mention, identity, isOpen: identity === null && titled && !own[0] };
  });
}

/** A paper is told by what the collection knows of it, not by what an entry was taken for. */
function as({ paper: { title, authors, arxivId, year } }: Identity): Mention {
  return { title, authors, ...(arxivId !== undefined && { arxivId }), ...(year !== undefined && { year }) };
}
