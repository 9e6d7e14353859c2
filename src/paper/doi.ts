import { type ArxivId, parseArxivId } from './arxiv-id.ts';

const RESOLVER = /^(?:(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\/|(?:info:)?doi\s?[:=]?\s?(?=10\.))/i;
/** Directory indicator 10, a registrant of four digits or more, a suffix without spaces (https://www.doi.org/the-identifier/what-is-a-doi/). */
const DOI = /^10\.\d{4,9}(?:\.\d{1,9})*\/[^\s"\\\p{Cc}\p{Cf}\p{Cs}]+/u;

/**
 * The DOI a text is, or starts with: lower case, without resolver or trailing punctuation. `10.1000/182`.
 * Takes `doi:…`, resolver addresses (percent-encoded too) and bare DOIs; undefined for anything else; never throws.
 */
export function parseDoi(text: string): string | undefined {
  const trimmed = text.slice(0, 600).trim();
  const bare = trimmed.replace(RESOLVER, '');
  const isAddress = /^https?:/i.test(trimmed);
  const [doi] = DOI.exec(isAddress ? decode(bare.replace(/[?#].*$/s, '')) : decodeSlash(bare)) ?? [];
  if (doi === undefined) return undefined;
  const clean = withoutTail(doi);
  return clean.length <= 300 && DOI.test(clean) ? clean.toLowerCase() : undefined;
}

/** The arXiv identifier in a DOI that arXiv registered (`10.48550/arXiv.1711.10925`, any case). */
export function arxivIdOfDoi(doi: string): ArxivId | undefined {
  const [, id] = /^10\.48550\/arxiv\.(.{9,40})$/i.exec(doi) ?? [];
  return id === undefined ? undefined : parseArxivId(id);
}

/** Drops the punctuation of the sentence around: full stops, and brackets that were not opened inside. */
function withoutTail(doi: string): string {
  let end = doi.length;
  for (; end > 0; end--) {
    const last = doi.charAt(end - 1);
    const opening = { ')': '(', ']': '[', '}': '{', '>': '<' }[last];
    if (opening === undefined ? !/[.,;:!?'’”»*…]/.test(last) : isBalanced(doi.slice(0, end), opening, last)) break;
  }
  return doi.slice(0, end);
}

function isBalanced(text: string, opening: string, closing: string): boolean {
  return text.split(opening).length >= text.split(closing).length;
}

function decodeSlash(text: string): string {
  return /^10\.\d{4,9}%2f/i.test(text) ? decode(text) : text;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
