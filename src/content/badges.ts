import { Badge, BADGE } from './badge.ts';
import { fit, Ground } from './fit.ts';
import { type Mark, markOf } from './mark.ts';
import type { Row } from './rows.ts';
import { Themes } from './theme.ts';

/** Badges placed in one frame. */
const PER_FRAME = 50;
/** So often a badge that the page takes away comes back. */
const RETURNS = 3;
/** Milliseconds after which a frame is no longer waited for: a hidden page draws none. */
const FRAME = 250;

export interface BadgesOptions {
  readonly document: Document;
  /** Wraps every change to the page. */
  readonly quietly: (change: () => void) => void;
  /** A badge was made for a row; called once for each. */
  readonly made: (badge: Badge, row: Row) => void;
}

/** All badges of the page: at most one for each title, placed a few in a frame. */
export class Badges {
  #options: BadgesOptions;
  #placed = new Map<Row, Badge>();
  #losses = new WeakMap<Element, number>();
  #waiting = new Set<Row>();
  #due = false;

  constructor(options: BadgesOptions) {
    this.#options = options;
  }

  get(row: Row): Badge | undefined {
    return this.#placed.get(row);
  }

  get all(): Iterable<[Row, Badge]> {
    return this.#placed;
  }

  /** Rows whose answers have come: marks those that deserve it. */
  show(rows: readonly Row[]): void {
    for (const row of rows) if (mark(row) && row.anchor && !this.#placed.has(row)) this.#waiting.add(row);
    this.#schedule();
  }

  remove(rows: Iterable<Row>): void {
    this.#options.quietly(() => {
      for (const row of rows) {
        this.#waiting.delete(row);
        this.#placed.get(row)?.remove();
        this.#placed.delete(row);
      }
    });
  }

  /** Looks after what the page did to the badges: one that was taken or changed is removed, and comes back a few times only. */
  mend(): void {
    for (const [row, badge] of this.#placed) {
      if (badge.intact) continue;
      const losses = (this.#losses.get(row.title) ?? 0) + 1;
      this.#losses.set(row.title, losses);
      this.remove([row]);
      if (losses < RETURNS) this.#waiting.add(row);
    }
    this.#schedule();
  }

  /** Takes the page's theme and room again, after either may have changed. */
  refit(): void {
    this.#options.quietly(() => this.#fit([...this.#placed]));
  }

  #schedule(): void {
    if (this.#due || this.#waiting.size === 0) return;
    this.#due = true;
    void nextFrame().then(() => {
      this.#due = false;
      this.#options.quietly(() => this.#place());
      this.#schedule();
    });
  }

  #place(): void {
    const placed: [Row, Badge][] = [];
    for (const row of [...this.#waiting].slice(0, PER_FRAME)) {
      this.#waiting.delete(row);
      const badge = this.#make(row);
      if (badge) placed.push([row, badge]);
    }
    this.#fit(placed);
  }

  #make(row: Row): Badge | undefined {
    const words = mark(row);
    if (!words || !row.anchor?.isConnected || !row.here) return undefined;
    try {
      const badge = new Badge(this.#options.document, words);
      for (const child of [...row.anchor.children]) if (child.localName === BADGE) child.remove(); // an older version's, or one the page has copied
      badge.place(row.anchor);
      this.#placed.set(row, badge);
      this.#options.made(badge, row);
      return badge;
    } catch {
      return undefined; // the page has defined our element's name: no badge rather than a fight
    }
  }

  /** All reads, then all writes: the page is laid out once. */
  #fit(badges: readonly [Row, Badge][]): void {
    const themes = new Themes();
    const ground = new Ground(this.#options.document);
    const forms = badges.flatMap(([{ anchor }, badge]) =>
      anchor ? [{ badge, theme: themes.at(anchor), form: fit(ground.place(anchor, badge.host, badge.width)) }] : [],
    );
    for (const { badge, theme, form } of forms) {
      badge.wear(theme);
      badge.fit(form);
    }
  }
}

const mark = ({ identity, relation }: Row): Mark | null => markOf(identity ?? null, relation ?? null);

/** The next frame, or a moment later where none is drawn. */
const nextFrame = (): Promise<void> =>
  new Promise((now) => {
    const timer = setTimeout(now, FRAME);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      now();
    });
  });
