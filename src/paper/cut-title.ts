/** A beginning that says less is the beginning of too many titles. In letters of a title key. */
const BEGINNING = 36;

/** The text under which a title is found by a beginning of it; undefined for one too short to be told by its beginning. */
export function beginningProbe(key: string): string | undefined {
  return key.length < BEGINNING ? undefined : `b:${key.slice(0, BEGINNING)}`;
}
