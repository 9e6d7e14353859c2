import { page } from './document.ts';

/** A style sheet for the page itself: no policy of the page forbids it, and no node shows it. */
export function adopt(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  return sheet;
}

let still: CSSStyleSheet | undefined;

/** Lets the next change of the page's nodes leave the window where it is: the browser would follow what it had at its upper edge. */
export function holdScroll(): void {
  const sheet = (still ??= adopt('html, body { overflow-anchor: none !important; }'));
  sheet.disabled = false;
  requestAnimationFrame(() => requestAnimationFrame(() => (sheet.disabled = true)));
}
