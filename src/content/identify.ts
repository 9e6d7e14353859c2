import type { Mention } from '../paper/paper.ts';
import type { Ask } from './queue.ts';
import type { Row } from './rows.ts';

/** Has rows identified: titles as they stand, entries of a bibliography by all they say. Rejects where the worker does. */
export async function identify(ask: Ask, rows: readonly Row[]): Promise<void> {
  const titles = rows.filter(({ reference }) => !reference);
  const cited = rows.filter(({ reference }) => reference);
  const [identities, references] = await Promise.all([
    titles.length > 0 ? ask('identify', { mentions: titles.map((row) => withoutAbstract(row.mention)) }) : [],
    cited.length > 0 ? ask('references', { entries: cited.flatMap(({ reference }) => reference?.cited ?? []) }) : [],
  ]);
  titles.forEach((row, i) => (row.identity = identities[i] ?? null));
  cited.forEach((row, i) => {
    const { mention = row.mention, identity = null, isOpen = false } = references[i] ?? {};
    row.known = mention;
    row.identity = identity;
    if (identity === null && !isOpen) row.relation = null;
  });
}

/** A paper is known by its id or title: abstracts would only be carried. */
function withoutAbstract(mention: Mention): Mention {
  const bare: { -readonly [F in keyof Mention]: Mention[F] } = { ...mention };
  delete bare.abstract;
  return bare;
}
