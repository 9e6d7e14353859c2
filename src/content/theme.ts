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

/** A computed colour as numbers: the parts in order, without the alpha. */
interface Colour {
  readonly space: string;
  readonly parts: readonly number[];
  readonly alpha: number;
}

/** Reads what `getComputedStyle` gives: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`, `color(srgb 0.1 0.2 0.3 / 0.5)`, `oklch(0.5 0.1 200)`. */
function read(color: string): Colour {
  const space = /^(?:color\()?[a-z]+/.exec(color)?.[0] ?? '';
  const [a = 0, b = 0, c = 0, alpha = 1] = color.slice(space.length).match(/-?[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  return { space, parts: [a, b, c], alpha };
}

const isSolid = (color: string): boolean => read(color).alpha > 0.5;

/** Relative luminance as in WCAG 2, 0 (black) to 1 (white). Spaces with a lightness of their own are taken as if grey. */
export function luminance(color: string): number {
  const { space, parts } = read(color);
  const [a = 0] = parts;
  if (space.startsWith('ok')) return a ** 3;
  if (space.startsWith('l')) return ((a + 16) / 116) ** 3;
  const [r = 0, g = 0, b = 0] = space.startsWith('rgb') ? parts.map((part) => part / 255) : parts;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
