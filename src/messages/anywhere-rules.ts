import { ANYWHERE_LIMITS, type AnywhereContract, type AnywhereMessage, type MarkedPage, type PageText } from './anywhere-contract.ts';
import type { Rule } from './sender-rule.ts';
import { type Check, flag, list, nothing, object, text, whole } from './validate.ts';

const LONGEST = ANYWHERE_LIMITS.text;
const place = object({ start: whole(0, LONGEST), end: whole(0, LONGEST) });
/** Made by our own worker; kept as it is. */
const markedPage: Check<MarkedPage> = (value) => value as MarkedPage;

/** Every message to the script on any page; only the extension itself may send one. */
export const ANYWHERE_RULES: { readonly [M in AnywhereMessage]: Rule<AnywhereContract[M]['ask']> } = {
  text: { from: ['extension'], check: nothing },
  mark: { from: ['extension'], check: object({ places: list(place, ANYWHERE_LIMITS.places) }) },
  keep: { from: ['extension'], check: object({ page: markedPage }) },
  kept: { from: ['extension'], check: nothing },
  go: { from: ['extension'], check: object({ place: whole(0, ANYWHERE_LIMITS.places) }) },
};

// A page's process may be anyone's: what it answers is looked at as closely as what others ask.
export const checkPageText: Check<PageText> = object({
  isText: flag,
  text: text(LONGEST),
  links: list(object({ start: whole(0, LONGEST), end: whole(0, LONGEST), href: text(ANYWHERE_LIMITS.href) }), ANYWHERE_LIMITS.links),
  isCut: flag,
});
export const checkShown = object({ shown: list(whole(0, ANYWHERE_LIMITS.places), ANYWHERE_LIMITS.places), isHighlighted: flag });
