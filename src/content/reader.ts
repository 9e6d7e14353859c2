import { page } from './document.ts';

/** Below this product of opacities a thing counts as hidden. */
const SEEN = 0.7;

/**
 * True for an act of the reader on something of ours that they can see. Whatever has an effect asks this first: a page can
 * send events of its own making, make us transparent, or lay something over us.
 * `inside` is the element acted on, within the closed root of `host`.
 */
export function isReaders(event: Event, inside: Element, host: Element): boolean {
  return event.isTrusted && opacity(inside) * opacity(host) >= SEEN && isOnTop(inside, host);
}

function opacity(element: Element): number {
  let product = 1;
  for (let at: Element | null = element; at; at = at.parentElement) product *= Number.parseFloat(getComputedStyle(at).opacity);
  return product;
}

/** The point asked for is the middle: the click of a key has no point of its own. */
function isOnTop(inside: Element, host: Element): boolean {
  const { left, top, width, height } = inside.getBoundingClientRect();
  const hit = page.elementFromPoint(left + width / 2, top + height / 2);
  return width > 0 && hit === host;
}
