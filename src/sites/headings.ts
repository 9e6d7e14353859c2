import { titleText } from './title-text.ts';

/** Menus, dialogs and asides: their headings name no paper. */
const AROUND_THE_CONTENT = 'nav, aside, footer, dialog, [role="dialog"], .modal';
const PAGE_HEADER = 'body > header, [role="banner"]';

/** The first-level headings of a page's content that show a text, in page order; those of its header where it has no other. */
export function contentHeadings(document: Document): Element[] {
  const headings = [...document.querySelectorAll('h1')].filter((heading) => heading.closest(AROUND_THE_CONTENT) === null && titleText(heading) !== '');
  const below = headings.filter((heading) => heading.closest(PAGE_HEADER) === null);
  return below.length > 0 ? below : headings;
}

/** The first heading whose whole text is `title`, but for case and punctuation. */
export function headingThatSays(document: Document, title: string, headings = 'h1, h2'): Element | undefined {
  const wanted = lettersOf(title);
  return wanted === '' ? undefined : [...document.querySelectorAll(headings)].find((heading) => lettersOf(titleText(heading)) === wanted);
}

/** Letters and digits only, for comparing two spellings of one title on one page. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
