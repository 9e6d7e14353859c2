/** Names under which the browser keeps our ranges; the style for them comes with the script. */
const ALL = 'paperkin';
const CURRENT = 'paperkin-current';

/** A place on the page and what it said when it was marked. */
export interface Place {
  readonly range: Range;
  readonly said: string;
}

/** The marks of the page: ranges that the browser paints, so that no node of the page changes. */
export class Highlights {
  #places: readonly Place[] = [];

  /** False where the browser has no such thing. */
  get canPaint(): boolean {
    return typeof CSS === 'object' && 'highlights' in CSS && typeof Highlight === 'function';
  }

  /** The places that still say what they said. */
  get places(): readonly Place[] {
    return this.#places;
  }

  show(places: readonly Place[]): void {
    this.#places = places;
    this.#paint(null);
  }

  /** Scrolls to a place and sets it off from the others; false when the page has changed there. */
  go(place: Place): boolean {
    const { range } = place;
    const element = range.startContainer.parentElement;
    if (!isStill(place) || element === null) return false;
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    this.#paint(place);
    return true;
  }

  /** Lets go of places where the page has changed. True when there were some. */
  tidy(): boolean {
    const still = this.#places.filter(isStill);
    if (still.length === this.#places.length) return false;
    this.show(still);
    return true;
  }

  clear(): void {
    this.#places = [];
    if (!this.canPaint) return;
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(CURRENT);
  }

  #paint(current: Place | null): void {
    if (!this.canPaint) return;
    CSS.highlights.set(ALL, new Highlight(...this.#places.map(({ range }) => range)));
    if (current === null) CSS.highlights.delete(CURRENT);
    else {
      const one = new Highlight(current.range);
      one.priority = 1;
      CSS.highlights.set(CURRENT, one);
    }
  }
}

const isStill = ({ range, said }: Place): boolean => range.startContainer.isConnected && range.toString() === said;
