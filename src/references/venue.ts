import type { Block } from './reference.ts';

const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const ONE_OF = (...starts: string[]): string => starts.map((start) => `(?:${start})`).join('|');

/** How what is no title begins, in any case of letters: where it was published, what kind of work it is, where to find it. */
const WORDS = new RegExp(
  `^\\W{0,2}(?:${ONE_OF(
    'in:',
    String.raw`in\s+(?:the\s+)?(?:\d|proc|advances\s+in|(?:international|annual|european|asian)\s+(?:joint\s+)?(?:conference|workshop|symposium|meeting|congress)|conference|workshop|symposium|ieee|acm|aaai|usenix)`,
    String.raw`in\s.{0,200}(?:,\s*editors?\b|\(eds?\.|\beds?\.|\bpages? \d|\bpp\. ?\d)`,
    String.raw`(?:proceedings|proc\.) `,
    'advances in neural information',
    String.raw`(?:url|available|accessed|retrieved)\b\s*(?::|at\b|from\b|on\b|online|https?:|\d|${MONTH})`,
    'https?:',
    String.raw`www\.`,
    String.raw`doi\b`,
    String.raw`10\.\d{4}`,
    String.raw`e-?print\b`,
    String.raw`arxiv(?:\s|:|\.org|$)`,
    String.raw`corr\b`,
    String.raw`(?:biorxiv|medrxiv|ssrn|preprint|openreview)\b(?!\s[a-z])`,
    String.raw`tech(?:nical|\.)\s+rep`,
    String.raw`(?:ph\.?\s?d\.?|master['’]?s?|doctoral|bachelor['’]?s?|diploma)\s+(?:thesis|dissertation)`,
    String.raw`(?:thesis|dissertation|unpublished|submitted (?:to|for)|to appear|forthcoming|under review|in press|manuscript|private communication|personal communication)\b`,
    String.raw`(?:vol(?:ume|\.)|pages?|pp?\.)\s*\d`,
    String.raw`(?:edited by|isbn|issn|external links?|cited by)\b`,
    String.raw`(?:software|github|blog(?: ?post)?)\b[.,]`,
    String.raw`website\.?$`,
    String.raw`version \d`,
    'note:',
    String.raw`(?:springer|elsevier|wiley|mit press)\b`,
    // A date alone, or before a volume; more than two words behind it are a title that begins with a year.
    String.raw`(?:${MONTH}\s*)?(?:\d{1,2},?\s*)?\(?(?:1[89]|20)\d\d[a-z]?\)?[.,;]?(?:\s|$)(?!\p{L}+ \p{L}+ \p{L})`,
  )})`,
  'iu',
);
/** Acronyms of conferences and names of publishers are told by their capitals. */
const NAMES = /^(?:In\s+(?:\p{Lu}{3,}\b|\p{Lu}\p{Ll}{1,4}[A-Z]{2}\w*)|(?:\p{Lu}[\p{L}.&-]{1,20}\s){1,4}(?:University Press|Press|Publishers?|Verlag|Publishing)\b)/u;
const LOOKED_AT = /\b(?:accessed|retrieved)\s(?:on\s|in\s)?(?:\d|\p{Lu}\p{Ll}{2})/u;

/** A number that a volume or a page has. Names of systems hold numbers too, and titles end with a year. */
const NUMBERED = /^[\s,.]*(?:vol\.?\s*|no\.?\s*|pp?\.?\s*|abs\/|\(|[A-Z])?\d/i;

/** Whether a text begins like what stands behind a title. */
export const isVenue = (text: string): boolean => WORDS.test(text) || NAMES.test(text) || LOOKED_AT.test(text);

/** Whether a block is set like a journal or the book that holds a paper: italic, behind "In" or before numbers. */
export function isSetAsVenue({ text, runs }: Block): boolean {
  const first = runs.find(({ kind }) => kind === 'italic');
  if (first === undefined) return false;
  if (first.start > 0) return /^in:?\s$/i.test(text.slice(0, first.start));
  const rest = text.slice(first.end);
  return NUMBERED.test(rest) || /^[\s,.]*\(?(?:1[89]|20)\d\d/.test(rest);
}
