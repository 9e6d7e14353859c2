import type { Block } from './reference.ts';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
/** How what is no title begins: where it was published, what kind of work it is, where to find it. */
const BEGINS = new RegExp(
  [
    'in:',
    'in\\s+(?:the\\s+)?(?:\\d|proc|advances|international\\b|annual\\b|conference|workshop|symposium|ieee|acm|aaai|usenix|european\\b|asian\\b|\\p{Lu}{3,}|.{0,200}(?:\\beditors?\\b|\\(eds?\\.|\\beds?\\.|\\bpages? \\d|\\bpp\\. ?\\d))',
    '(?:proceedings|proc\\.) ',
    'advances in neural information',
    '(?:url|available|accessed|retrieved)\\b\\s*(?::|at\\b|from\\b|on\\b|online|https?:|\\d|' + MONTH + ')',
    'https?:', 'www\\.', 'doi\\b', '10\\.\\d{4}', 'e-?print\\b',
    'arxiv(?:\\s|:|\\.org|$)', 'corr\\b', '(?:biorxiv|medrxiv|ssrn|preprint|openreview)\\b(?!\\s\\p{Ll})',
    'tech(?:nical|\\.)\\s+rep', '(?:ph\\.?\\s?d\\.?|master\'?’?s?|doctoral|bachelor\'?’?s?|diploma)\\s+(?:thesis|dissertation)', 'thesis\\b', 'dissertation\\b',
    'unpublished\\b', 'submitted (?:to|for)\\b', 'to appear\\b', 'forthcoming\\b', 'under review\\b', 'in press\\b', 'manuscript\\b', 'private communication', 'personal communication',
    'vol(?:ume|\\.)\\s*\\d', 'pages?\\s*\\d', 'pp?\\.\\s*\\d', 'edited by\\b', 'isbn\\b', 'issn\\b', 'software\\b[.,]', 'blog(?: ?post)?\\b[.,]', 'website\\.?$', 'external links?\\b', 'version \\d', 'github\\b[.,]', 'cited by\\b', 'note:',
    '\\p{Lu}[\\p{L}\\s&.-]{2,40}(?:university press|press|publishers?|verlag|publishing)\\b', '(?:springer|elsevier|wiley|mit press)\\b',
    '(?:' + MONTH + '\\s*)?(?:\\d{1,2},?\\s*)?\\(?(?:1[89]|20)\\d\\d[a-z]?\\)?[.,;]?(?:\\s|$)(?!\\p{L}+ \\p{L}+ \\p{L})',
  ].map((start) => `(?:${start})`).join('|'),
  'iu',
);
const VENUE = new RegExp(`^\\W{0,2}(?:${BEGINS.source})`, 'iu');
/** A number that a volume or a page has. Names of systems hold numbers too, and titles end with a year. */
const NUMBERED = /^[\s,.]*(?:vol\.?\s*|no\.?\s*|pp?\.?\s*|abs\/|\(|[A-Z])?\d/i;

/** Whether a text begins like what stands behind a title. */
export function isVenue(text: string): boolean {
  return (VENUE.test(text) || /\b(?:accessed|retrieved)\s(?:on\s|in\s)?(?:\d|\p{Lu}\p{Ll}{2})/u.test(text)) && !/^in\s+(?:defen[cs]e|search|praise|pursuit|situ|vivo|vitro|silico|context|depth)\b/i.test(text);
}

/** Whether a block is set like a journal or the book that holds a paper: italic, behind "In" or before numbers. */
export function isSetAsVenue({ text, runs }: Block): boolean {
  const first = runs.find(({ kind }) => kind === 'italic');
  if (first === undefined) return false;
  if (first.start > 0) return /^in:?\s$/i.test(text.slice(0, first.start));
  const rest = text.slice(first.end);
  return NUMBERED.test(rest) || /^[\s,.]*\(?(?:1[89]|20)\d\d/.test(rest);
}
