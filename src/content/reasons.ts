import { page } from './document.ts';
import type { Row } from './rows.ts';
import { hostSheet, sheet } from './sheet.ts';
import { idle } from './slices.ts';
import { isAnswered } from './standing.ts';
import { Themes } from './theme.ts';

export const REASON = 'paperkin-reason';
/** Lines made in one go, between frames. */
const AT_ONCE = 25;
const SHOWN_TERMS = 4;

const CSS = `p { margin: 2px 0 4px; color: #55616f; font: 400 12px/1.4 system-ui, sans-serif; letter-spacing: normal; overflow-wrap: anywhere; }
p[data-theme='dark'] { color: #a3aebb; }
@media print { :host { display: none !important; } }`;

/** A line for each entry that says why it stands where it stands; there while the reader asks for them. */
export class Reasons {
  #quietly: (change: () => void) => void;
  #lines = new Map<Row, HTMLElement>();
  #waiting = new Set<Row>();
  #placing = false;

  constructor(quietly: (change: () => void) => void) {
    this.#quietly = quietly;
  }

  /** `place` puts a line where it may stand on this page. */
  show(rows: readonly Row[], place: (row: Row, line: Element) => void): void {
    for (const row of rows) if (isAnswered(row, true) && !this.#lines.has(row)) this.#waiting.add(row);
    void this.#placeAll(place);
  }

  /** Takes away the lines of rows that are not among these. */
  keep(rows: readonly Row[]): void {
    const still = new Set(rows);
    this.#quietly(() => {
      for (const [row, line] of this.#lines) {
        if (still.has(row)) continue;
        line.remove();
        this.#lines.delete(row);
      }
      for (const row of this.#waiting) if (!still.has(row)) this.#waiting.delete(row);
    });
  }

  async #placeAll(place: (row: Row, line: Element) => void): Promise<void> {
    if (this.#placing) return;
    this.#placing = true;
    while (this.#waiting.size > 0) {
      await idle();
      this.#quietly(() => this.#some(place));
    }
    this.#placing = false;
  }

  #some(place: (row: Row, line: Element) => void): void {
    const themes = new Themes();
    for (const row of [...this.#waiting].slice(0, AT_ONCE)) {
      this.#waiting.delete(row);
      const words = reasonFor(row);
      if (words === null || !row.here) continue;
      const line = made(words, themes.at(row.title));
      if (!line) continue;
      this.#lines.set(row, line);
      place(row, line);
    }
  }
}

/** Null where the mark says all there is to say. */
export function reasonFor(row: Row): string | null {
  const { relation, loose } = row;
  const near = relation ?? loose;
  if (row.identity) return null;
  if (!near) return 'Shares no telling words with your collection';
  const terms = near.terms.slice(0, SHOWN_TERMS).join(', ');
  const shares = terms === '' ? '' : ` · both: ${terms}`;
  return relation ? `Close to “${near.nearest.title}”${shares}` : `Not close; nearest is “${near.nearest.title}”${shares}`;
}

function made(words: string, theme: string): HTMLElement | undefined {
  try {
    const line = page.createElement(REASON);
    const root = line.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [hostSheet(), sheet(CSS)];
    const text = page.createElement('p');
    text.textContent = words;
    text.dataset['theme'] = theme;
    root.append(text);
    return line;
  } catch {
    return undefined; // the page has taken the element's name
  }
}
