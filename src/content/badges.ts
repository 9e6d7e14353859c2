import type { Identity, Relation } from '../messages/views.ts';
import { Badge, type Look, TITLE_LOOK } from './badge.ts';
import { page } from './document.ts';
import { Ground, stand } from './fit.ts';
import { type Mark, markOf } from './mark.ts';
import type { Row } from './rows.ts';
import { idle } from './slices.ts';
import { type Theme, Themes } from './theme.ts';

/** Badges placed in one go: as many as the last go had time for, between these. */
const FEWEST = 10;
const MOST = 40;
/** Milliseconds of one go. */
const SHARE = 16;
/** So often a badge that the page takes away comes back. */
const RETURNS = 3;

/** What a mark may stand beside. */
export interface Markable {
  readonly title: Element;
  readonly anchor: Element | null;
  /** False once it has left the page. */
  readonly here: boolean;
  readonly identity: Identity | null | undefined;
  readonly relation: Relation | null | undefined;
}

export interface BadgesOptions<R extends Markable> {
  readonly look?: Look;
  /** Null where nothing is to be said. */
  readonly mark?: (row: R) => Mark | null;
  /** Wraps every change to the page. */
  readonly quietly: (change: () => void) => void;
  /** A badge was made for a row; called once for each. */
  readonly made: (badge: Badge, row: R) => void;
  /** A badge is about to leave the page. */
  readonly lost: (badge: Badge) => void;
}

/** All badges of the page: at most one for each title, placed a few in a frame. */
export class Badges<R extends Markable = Row> {
  #options: BadgesOptions<R>;
  #look: Look;
  #mark: (row: R) => Mark | null;
  #placed = new Map<R, Badge>();
  #losses = new WeakMap<Element, number>();
  #waiting = new Set<R>();
  /** Hears of hosts that the page dresses up; those it takes away are missed by the next scan. */
  #guard = new MutationObserver(() => this.mend());
  #placing = false;
  #perGo = MOST;
  #spent = 0;

  constructor(options: BadgesOptions<R>) {
    this.#options = options;
    this.#look = options.look ?? TITLE_LOOK;
    this.#mark = options.mark ?? markOfAnswers;
  }

  get size(): number {
    return this.#placed.size;
  }

  /** Milliseconds that placing has taken. */
  get spent(): number {
    return this.#spent;
  }

  get(row: R): Badge | undefined {
    return this.#placed.get(row);
  }

  /** Rows whose answers have come: marks those that deserve it, and marks anew or no more those whose answer is another. */
  show(rows: readonly R[]): void {
    this.remove(rows.filter((row) => this.#isOutdated(row)));
    for (const row of rows) if (this.#mark(row) && row.anchor && !this.#placed.has(row)) this.#waiting.add(row);
    void this.#placeAll();
  }

  remove(rows: Iterable<R>): void {
    this.#options.quietly(() => {
      for (const row of rows) {
        this.#waiting.delete(row);
        const badge = this.#placed.get(row);
        if (!badge) continue;
        this.#options.lost(badge);
        badge.remove();
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
    this.#sweep();
    void this.#placeAll();
  }

  /** Takes theme and room again, of all badges or of those of some rows, after either may have changed. */
  refit(rows: Iterable<R> = this.#placed.keys()): void {
    const placed = [...rows].flatMap((row) => {
      const badge = this.#placed.get(row);
      return badge ? [[row, badge] as const] : [];
    });
    if (placed.length === 0) return;
    this.#options.quietly(() => {
      const themes = placed.map(([row]) => row).map(themeReader());
      placed.forEach(([, badge], i) => badge.wear(themes[i] ?? 'light'));
      this.#fit(placed);
    });
  }

  /** Takes away what looks like a badge and is none of ours: an older version's, or a copy that the page has made. */
  #sweep(): void {
    const ours = new Set(Array.from(this.#placed.values(), ({ host }) => host as Element));
    const strays = Array.from(page.querySelectorAll(this.#look.tag)).filter((host) => !ours.has(host));
    if (strays.length > 0) this.#options.quietly(() => strays.forEach((stray) => stray.remove()));
  }

  /** Between frames rather than in them: placing and measuring is one short task, painting is the browser's next. */
  async #placeAll(): Promise<void> {
    if (this.#placing) return;
    this.#placing = true;
    while (this.#waiting.size > 0) {
      await idle();
      this.#options.quietly(() => this.#place());
    }
    this.#placing = false;
  }

  #place(): void {
    const start = performance.now();
    const rows = [...this.#waiting].slice(0, this.#perGo);
    const themes = rows.map(themeReader());
    const placed: [R, Badge][] = [];
    rows.forEach((row, i) => {
      this.#waiting.delete(row);
      const badge = this.#make(row);
      if (!badge) return;
      badge.wear(themes[i] ?? 'light');
      placed.push([row, badge]);
    });
    this.#fit(placed);
    const took = performance.now() - start;
    this.#spent += took;
    const fits = took < SHARE;
    this.#perGo = fits ? Math.min(MOST, this.#perGo * 2) : Math.max(FEWEST, Math.ceil(this.#perGo / 2));
  }

  /** Not while an answer is awaited: a badge does not go to come back. */
  #isOutdated(row: R): boolean {
    const badge = this.#placed.get(row);
    if (badge === undefined || row.identity === undefined) return false;
    // What is no more the reader's is not said to be until its relatives are known.
    const saysRelated = badge.mark.kind === 'related' || badge.mark.kind === 'strong';
    const isAnswered = row.identity !== null || row.relation !== undefined || !saysRelated;
    return isAnswered && badge.mark.name !== this.#mark(row)?.name;
  }

  #make(row: R): Badge | undefined {
    const words = this.#mark(row);
    if (!words || !row.anchor?.isConnected || !row.here) return undefined;
    try {
      const badge = new Badge(words, this.#look);
      badge.place(row.anchor);
      this.#placed.set(row, badge);
      this.#guard.observe(badge.host, { attributes: true, childList: true });
      this.#options.made(badge, row);
      return badge;
    } catch {
      return undefined; // the page has defined our element's name: no badge rather than a fight
    }
  }

  /** All reads, then all writes: the page is laid out once. */
  #fit(badges: readonly (readonly [R, Badge])[]): void {
    if (!this.#look.words) return;
    const ground = new Ground(page.documentElement.clientWidth);
    const forms = badges.map(([{ anchor }, badge]) => anchor && stand(ground.place(anchor, badge.host, badge.width)));
    badges.forEach(([, badge], i) => forms[i] && badge.fit(forms[i]));
  }
}

/** Reads the theme where a row stands. One reader holds for one batch. */
function themeReader(): (row: Markable) => Theme {
  const themes = new Themes();
  return ({ anchor }) => (anchor ? themes.at(anchor) : 'light');
}

const markOfAnswers = ({ identity, relation }: Markable): Mark | null => markOf(identity ?? null, relation ?? null);
