import { printedText } from './print-tex.ts';
import { readTex } from './read-tex.ts';

/** The names of an author field, given name first, and whether it ends in "and others". */
export function readNames(field: string): { readonly names: string[]; readonly hasOthers: boolean } {
  const names: string[] = [];
  let hasOthers = false;
  for (const part of splitNames(field)) {
    if (/^(?:others|et\.? al\.?)$/i.test(part)) hasOthers = true;
    else {
      const name = readName(part);
      if (name !== '') names.push(name);
    }
  }
  return { names, hasOthers };
}

/** The author field of these names. What `and` or commas would part is braced. */
export function printNames(names: readonly string[]): string {
  return names
    .map((name) => {
      const printed = printedText(name);
      return /\band\b|,.*,|^(?:others|et\.? al\.?)$/i.test(printed) ? `{${printed}}` : printed;
    })
    .join(' and ');
}

/** "First von Last", "von Last, First", "von Last, Jr, First", `{One Name}`, and BibLaTeX's `family=…, given=…`. */
function readName(text: string): string {
  const parts = split(text, ',').map((part) => part.trim());
  const [first = '', second = '', third] = parts;
  // DBLP numbers people of one name: "Wei Zhang 0001".
  if (parts.length === 1) return readTex(text.startsWith('{') ? text : text.replace(/\s0\d{3}$/, ''), 'line').trim();
  if (parts.every((part) => /^(?:family|given|prefix|suffix|useprefix|[a-z]{5,6}-i)\s*=/.test(part))) return readKeyed(parts);
  const order = third === undefined ? [second, first] : [parts.slice(2).join(', '), first, second];
  return order.map((part) => readTex(part, 'line').trim()).filter((part) => part !== '').join(' ');
}

function readKeyed(parts: readonly string[]): string {
  const found = new Map(parts.map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]));
  return ['given', 'prefix', 'family', 'suffix'].map((key) => readTex(found.get(key) ?? '', 'line').replaceAll('"', '').trim()).filter((part) => part !== '').join(' ');
}

/** Parts at the word "and" outside braces. */
function splitNames(text: string): string[] {
  const names: string[] = [];
  let from = 0;
  for (const at of places(text, 'a')) {
    const isWord = (at === 0 || /\s/.test(text.charAt(at - 1))) && /^and(?:\s|$)/i.test(text.slice(at, at + 4));
    if (!isWord || at < from) continue;
    names.push(text.slice(from, at).trim());
    from = at + 3;
  }
  names.push(text.slice(from).trim());
  return names.filter((name) => name !== '');
}

/** Parts at a sign outside braces. */
export function split(text: string, signs: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const at of places(text, signs)) {
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}

/** Where one of the signs (of either case) stands outside braces, and not behind a backslash. */
function* places(text: string, signs: string): Generator<number, void> {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && signs.includes(sign.toLowerCase())) yield at;
  }
}
