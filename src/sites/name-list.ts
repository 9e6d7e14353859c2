import { visibleText } from './title-text.ts';

const MOST_AUTHORS = 200;

/** Names in a line that commas, semicolons or "and" part; none of a line that is cut ("…") or says "et al." is its last name. */
export function namesIn(line: string): string[] {
  const names = line.split(/\s*[,;|]\s*|\s+and\s+/).map((name) => name.trim());
  // What stands at a cut may be half a name.
  return names.filter((name) => name !== '' && name.length <= 100 && !/…|\.\.\.|^et al\.?$/i.test(name)).slice(0, MOST_AUTHORS);
}

/** The names that an element shows in one line. */
export function namesShown(element: Element | null | undefined): string[] {
  return element ? namesIn(visibleText(element, 12_000)) : [];
}
