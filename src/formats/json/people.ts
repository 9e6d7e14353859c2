import { isObject, type Json, type JsonObject, listOf, textOf, member } from './members.ts';

/** The names of authors, however a file writes them, given name first. */
export function readPeople(value: Json | undefined): { /** Every text, also "others". */ readonly all: string[]; readonly names: string[]; readonly hasOthers: boolean } {
  const all = typeof value === 'string' ? partNames(value) : listOf(value).filter(isAuthor).map(readPerson);
  const names = all.map((name) => name.trim()).filter((name) => name !== '');
  const known = names.filter((name) => !/^(?:others|et\.? al\.?)$/i.test(name));
  return { all: names, names: known, hasOthers: known.length < names.length };
}

/** Parts a list in one text: "A. One, B. Two and C. Three", "One, A.; Two, B.", "One, A. and Two, B.". */
export function partNames(text: string): string[] {
  if (text.includes(';')) return text.split(';').map(inOrder);
  const byAnd = text.replace(/\s+/g, ' ').split(/,? (?:and|&) /i);
  // Where each part has one comma, it stands between family and given name.
  if (byAnd.length > 1 && byAnd.every((part) => part.split(',').length === 2)) return byAnd.map(inOrder);
  return byAnd.flatMap((part) => part.split(','));
}

/** "Family, Given" turned round; "Family, Given, Jr" too. What ends in a comma is one name, as EndNote marks it. */
export function inOrder(name: string): string {
  if (name.trimEnd().endsWith(',')) return name.trim().slice(0, -1);
  const [family = '', given = '', ...suffixes] = name.split(',').map((part) => part.trim());
  return [given, family, ...suffixes].filter((part) => part !== '').join(' ');
}

/** Of Zotero's creators the authors; everybody where nothing is said. */
function isAuthor(person: Json): boolean {
  return !isObject(person) || !['editor', 'translator', 'reviewedAuthor', 'seriesEditor'].includes(textOf(person, 'creatorType') ?? 'author');
}

function readPerson(person: Json): string {
  if (typeof person === 'string') return person;
  // arXiv's dump: [family, given, suffix].
  if (Array.isArray(person)) {
    const [family = '', given = '', suffix = ''] = (person as readonly Json[]).filter((part) => typeof part === 'string');
    return [given, family, suffix].join(' ');
  }
  if (!isObject(person)) return '';
  const inner = member(person, 'author');
  return isObject(inner) ? (textOf(inner, 'display_name', 'name') ?? '') : readParts(person);
}

function readParts(person: JsonObject): string {
  const whole = textOf(person, 'literal', 'name', 'display_name', 'fullName', 'full_name', 'raw_author_name');
  if (whole !== undefined) return whole;
  return [['given', 'firstName', 'first_name', 'first'], ['dropping-particle'], ['non-dropping-particle', 'middle'], ['family', 'lastName', 'last_name', 'last'], ['suffix']]
    .map((names) => textOf(person, ...names) ?? '')
    .filter((part) => part !== '')
    .join(' ');
}
