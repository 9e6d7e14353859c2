import { cutText } from './cut-text.ts';
import { withoutMarkup } from './markup.ts';
import { withoutTex } from './tex.ts';

/** Longer titles do not exist; what is longer is not a title and is cut before any work. In code points. */
export const TITLE_LENGTH = 512;

/** Soft hyphens, zero-width and bidi controls, variation selectors, lone surrogates, trade marks. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}™℠®©]/gu;
/** Raised and lowered digits after a number are numbers of their own: `10²` is not `102`. */
const RAISED = /(?<=\p{N})(?<![⁰¹²³⁴-⁹₀-₉])(?=[⁰¹²³⁴-⁹₀-₉])/gu;
const HYPHENATED = /(\p{Ll})[-‐]\s{0,8}[\n\r]\s{0,8}(?=\p{Ll})/gu;

/**
 * A title as a reader would type it, in its own case: entities, tags and TeX resolved, compatibility forms (ligatures,
 * full width) and line breaks undone, "Title:" dropped. Never throws; linear in the text, of which it reads 512 code points.
 */
export function plainTitle(title: string): string {
  const text = withoutTex(readable(withoutMarkup(readable(cutText(title, TITLE_LENGTH)))));
  return text
    .replace(HYPHENATED, '$1')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^title ?: ?/i, '')
    .normalize('NFC');
}

function readable(text: string): string {
  if (/^[\x20-\x7E]*$/.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(RAISED, ' ').normalize('NFKC');
}
