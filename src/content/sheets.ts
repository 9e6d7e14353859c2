import shared from '../ui/ui.css?inline';
import card from './card.css?inline';
import { sheet } from './sheet.ts';

// `rem` is the page's own measure, which some pages set to 10 pixels.
const inPixels = (css: string): string => css.replace(/([\d.]+)rem\b/g, (_, rem: string) => `${Number(rem) * 16}px`);

/** The style sheets of what opens: card and panel. */
export const openedSheets = (): CSSStyleSheet[] => [sheet(inPixels(shared)), sheet(inPixels(card))];
