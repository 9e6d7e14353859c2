/** How a badge stands: with its words or as a sign, and moved by so many pixels from where the title ends. */
export interface Form {
  readonly form: 'words' | 'sign';
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Place {
  /** Where the title's last line ends, on its baseline. */
  readonly end: { readonly x: number; readonly y: number };
  readonly rtl: boolean;
  /** The block the title stands in: words stay within it. */
  readonly block: Box;
  /** What is seen of it: nothing of ours may stick out of this. */
  readonly clip: Box;
  /** Width of the badge with its words. */
  readonly width: number;
}

// As in the style sheet: the space before a badge, the size of its sign, and how far it reaches below the baseline.
const GAP = 6;
const SIGN = 18;
const BELOW = 5;

/**
 * Words where the title's block has room for them; else the sign, which may stand in the margin; else, at the very edge
 * or in a title that is cut short, the sign at the nearest corner that is seen.
 */
export function stand({ end, rtl, block, clip, width }: Place): Form {
  const room = rtl ? end.x - block.left : block.right - end.x;
  const margin = rtl ? end.x - clip.left : clip.right - end.x;
  const cut = end.y > clip.bottom + 1 || end.y < clip.top;
  if (!cut && room >= width + GAP) return { form: 'words', x: 0, y: 0 };
  if (!cut && Math.max(margin, room) >= SIGN + GAP) return { form: 'sign', x: 0, y: 0 };
  const edge = rtl ? clip.left + SIGN + GAP : clip.right - SIGN - GAP;
  if (cut) return { form: 'sign', x: edge - end.x, y: clip.bottom - BELOW - end.y };
  return { form: 'sign', x: rtl ? Math.max(0, edge - end.x) : Math.min(0, edge - end.x), y: SIGN };
}

/** Finds where a badge stands. Reads layout, so call it for many badges in one go, between no writes. */
export class Ground {
  #blocks = new Map<Element, { readonly block: Box; readonly clip: Box }>();
  #window: Box;

  /** `width` of the window without its scroll bar, in pixels. */
  constructor(width: number) {
    this.#window = { left: 0, top: -Infinity, right: width, bottom: Infinity };
  }

  place(anchor: Element, host: Element, width: number): Place {
    const { x, bottom: y } = host.getBoundingClientRect();
    return { end: { x, y }, rtl: getComputedStyle(anchor).direction === 'rtl', ...this.#around(anchor), width };
  }

  #around(anchor: Element): { readonly block: Box; readonly clip: Box } {
    const known = this.#blocks.get(anchor);
    if (known) return known;
    let block: Box | undefined;
    let clip = this.#window;
    for (let element: Element | null = anchor; element; element = element.parentElement) {
      const { display, overflowX, overflowY } = getComputedStyle(element);
      const inline = display === 'inline' || display === 'contents';
      if (!inline) block ??= element.getBoundingClientRect();
      const hides = !inline && (overflowX !== 'visible' || overflowY !== 'visible') && element.localName !== 'html' && element.localName !== 'body';
      if (hides) clip = meet(clip, element.getBoundingClientRect());
    }
    const around = { block: block ?? clip, clip };
    this.#blocks.set(anchor, around);
    return around;
  }
}

const meet = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  right: Math.min(a.right, b.right),
  top: Math.max(a.top, b.top),
  bottom: Math.min(a.bottom, b.bottom),
});
