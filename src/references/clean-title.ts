import { quotedIn } from './quote.ts';

/** A title without what closes it: full stop, comma, quotation marks around it all, and a date, a class or an edition behind it. */
export function cleanTitle(text: string): string {
  let title = text.trim();
  const [quoted] = quotedIn(title);
  if (quoted !== undefined && quoted.start === 0 && /^[\s.,;]*$/.test(title.slice(quoted.end))) title = quoted.text;
  return title
    .replace(/[\s.,;:]+$/, '')
    .replace(/\s*\[(?:[a-z-]+(?:\.[A-Z]{2})?|online)\]$/i, '')
    .replace(/,\s*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*)?(?:1[89]|20)\d\d[a-z]?$/i, '')
    .replace(/\s*\((?:1[89]|20)\d\d[a-z]?\)$/, '')
    .replace(/,\s*(?:volume\s+\d+.*|vol\.\s*\d+.*|(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|revised)\s+ed(?:ition|\.).*)$/i, '')
    .replace(/[\s.,;:]+$/, '');
}
