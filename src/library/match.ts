import { openKeys } from '../paper/identity.ts';
import { buildKeys } from '../paper/identity-keys.ts';
import type { Identification } from '../paper/identity.ts';
import type { Mention } from '../paper/paper.ts';
import { lookupTexts, paperOf } from './record.ts';
import type { StoredRecord } from './stored.ts';

/** Where papers are looked up: the store, or the shelf where there are thousands of texts. */
export interface Lookup {
  lookup(texts: readonly string[]): Promise<readonly (readonly StoredRecord[])[]>;
}

/** The paper that a mention is or shares its title with, judged by the rules that hold for every collection. */
export interface Met {
  readonly record: StoredRecord;
  readonly found: Identification;
}

/**
 * Which papers of the store mentions meet, by id and then title, one answer each: a keyed read, whatever the number of
 * papers. `fit` leaves papers out; one in the trash is met where no other is.
 */
export async function matchMentions(store: Lookup, mentions: readonly Mention[], fit: (record: StoredRecord) => boolean = () => true): Promise<readonly (Met | undefined)[]> {
  const texts = mentions.map(lookupTexts);
  const asked = [...new Set(texts.flat())];
  if (asked.length === 0) return mentions.map(() => undefined);
  const answers = await store.lookup(asked);
  const found = new Map(asked.map((text, at) => [text, answers[at]?.filter(fit) ?? []]));
  return mentions.map((mention, at) => {
    const candidates = [...new Map((texts[at] ?? []).flatMap((text) => found.get(text) ?? []).map((record) => [record.id, record])).values()];
    // The rows of the living come first, and the first that fits is taken.
    candidates.sort((a, b) => Number(a.trashed !== undefined) - Number(b.trashed !== undefined) || a.id - b.id);
    return candidates.length === 0 ? undefined : judge(mention, candidates);
  });
}

/** Judges a mention against some papers that share an id or title with it. */
export function judge(mention: Mention, candidates: readonly StoredRecord[]): Met | undefined {
  const found = openKeys(buildKeys(candidates.map((record) => paperOf(record, ''))))(mention);
  const record = found && candidates[found.row];
  return found && record && { record, found };
}
