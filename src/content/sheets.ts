import shared from '../ui/ui.css?inline';
import card from './card.css?inline';

/** The host carries nothing of the page in, and no rule of the page reaches it: in a shadow tree's own important rules the inner side wins. */
const HOST = ':host { all: initial !important; display: block !important; }';

const made = new Map<string, CSSStyleSheet>();

/** One style sheet for each text, shared by all roots. */
export function sheet(css: string): CSSStyleSheet {
  let sheet = made.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    made.set(css, sheet);
  }
  return sheet;
}

// `rem` is the page's own measure, which some pages set to 10 pixels.
const inPixels = (css: string): string => css.replace(/([\d.]+)rem\b/g, (_, rem: string) => `${Number(rem) * 16}px`);

/** The style sheets of what opens: card and panel. */
export const openedSheets = (): CSSStyleSheet[] => [sheet(inPixels(shared)), sheet(inPixels(card))];
export const hostSheet = (): CSSStyleSheet => sheet(HOST);
