export type Theme = 'light' | 'dark';

/** Above this luminance a ground is light: the point at which black and white text contrast equally. */
const MIDDLE = 0.179;

/** The theme of the page where an element stands: by the ground behind it, else by the colour of its words. */
export class Themes {
  #grounds = new Map<Element, Theme | null>();

  /** One value holds for one batch: parents are looked at once. */
  at(element: Element): Theme {
    return this.#ground(element) ?? (luminance(getComputedStyle(element).color) > MIDDLE ? 'dark' : 'light');
  }

  #ground(element: Element): Theme | null {
    const known = this.#grounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor } = getComputedStyle(element);
    const theme = isSolid(backgroundColor) ? (luminance(backgroundColor) > MIDDLE ? 'light' : 'dark') : element.parentElement && this.#ground(element.parentElement);
    this.#grounds.set(element, theme);
    return theme;
  }
}

/** The parts of a computed colour: `rgb(…)`, `rgba(…)` or `color(srgb …)`, as 0–1 with alpha; null for other colour spaces. */
export function parts(color: string): readonly [number, number, number, number] | null {
  const numbers = color.match(/-?[\d.]+(?:e-?\d+)?%?/g)?.map(Number.parseFloat) ?? [];
  const scale = /^rgba?\(/.test(color) ? 255 : /^color\(srgb /.test(color) ? 1 : 0;
  const [r, g, b, alpha = 1] = numbers;
  return scale === 0 || r === undefined || g === undefined || b === undefined ? null : [r / scale, g / scale, b / scale, alpha];
}

const isSolid = (color: string): boolean => (parts(color)?.[3] ?? 0) > 0.5;

/** Relative luminance as in WCAG 2, 0 (black) to 1 (white); an unknown colour counts as black, which is text on light. */
export function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = parts(color) ?? [];
  const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
