import type { Standing } from '../messages/reader-contract.ts';
import type { LensState } from '../messages/views.ts';
import type { List, Site } from '../sites/site.ts';
import { Arrangement } from './arrangement.ts';
import { Bar, type Deed, isSwitch } from './bar.ts';
import { page } from './document.ts';
import { type LensChoice, lensName, readLens } from './lens-choice.ts';
import { onLensKeys } from './lens-keys.ts';
import { addressOf, MarkedRows } from './marked-rows.ts';
import { holdScroll } from './page-sheet.ts';
import type { PageSide, Part } from './parts.ts';
import { Reasons } from './reasons.ts';
import type { Row } from './rows.ts';
import { byCloseness, isAnswered, isClose, standing, summaryOf } from './standing.ts';

/** Fewer entries are no list: nothing to sort, and no bar. */
const FEWEST = 2;
/** So often a bar that the page takes away comes back. */
const RETURNS = 3;
/** Pixels: a page scrolled no further stands where it stood. */
const STILL = 4;

/** The lens: a bar that sorts, dims and hides the entries of a page's lists, and gives the page back as it was. */
export class Lens implements Part {
  readonly #host: string;
  readonly #side: PageSide;
  #choice: LensChoice | undefined;
  #url = '';
  #list: List | undefined;
  #arrangement: Arrangement | undefined;
  #rows: readonly Row[] = [];
  /** Entries that were there when the list was last sorted; null while it is not. */
  #sorted: Set<Row> | null = null;
  /** All answers had come once: what comes later never moves what is there. */
  #settled = false;
  /** How far the page was scrolled when sorting was last asked for: it is sorted only if it still is. */
  #calmAt = 0;
  #bar: Bar | undefined;
  #returns = 0;
  #standing: Standing | undefined;
  #reasons: Reasons;
  #marked: MarkedRows;

  /** `host` is the site whose choices hold here. */
  constructor(host: string, side: PageSide) {
    this.#host = host;
    this.#side = side;
    const { quietly, badges, hush, signal } = side;
    this.#reasons = new Reasons(quietly);
    this.#marked = new MarkedRows(badges, hush);
    void this.#recall();
    this.again();
    onLensKeys(
      {
        on: () => this.#bar !== undefined,
        isOurs: (target) => target === this.#bar?.host || this.#rows.some((row) => badges.get(row)?.host === target),
        run: (key) => (key === 'open' ? this.#open() : key === 'save' ? this.#save() : this.#go(key === 'next' ? 1 : -1)),
      },
      signal,
    );
  }

  get state(): LensState {
    if (this.#bar) return 'shown';
    return this.#rows.length >= FEWEST && this.#choice?.shown === false ? 'closed' : 'none';
  }

  read(site: Site | undefined, url: URL, rows: readonly Row[]): void {
    if (url.href !== this.#url || site?.list !== this.#list) {
      this.#leave();
      this.#url = url.href;
      this.#list = site?.list;
      this.#arrangement = this.#list && new Arrangement(this.#list);
      this.#calmAt = 0;
    }
    this.#side.quietly(() => this.#arrangement?.learn(rows));
    this.#rows = rows.filter((row) => this.#arrangement?.has(row));
    this.#want();
    // The new rows are asked about right after this: until they are, nothing is known to be settled.
    queueMicrotask(() => this.#follow());
  }

  answered(): void {
    this.#follow();
  }

  show(): boolean {
    if (this.#rows.length < FEWEST) return false;
    this.#choose({ shown: true });
    return true;
  }

  again(): void {
    this.#side.standing().then(this.#stand, () => undefined);
  }

  /** Under another lens other papers count: what was sorted is sorted anew once all answers are here. */
  #stand = (standing: Standing): void => {
    const isOther = this.#standing !== undefined && this.#standing.lens?.id !== standing.lens?.id;
    this.#standing = standing;
    if (isOther) {
      if (this.#sorted) this.#sort(null);
      this.#settled = false;
      this.#calmAt = scrollY;
    }
    this.#follow();
  };

  wear(): void {
    this.#bar?.wear();
  }

  close(): void {
    this.#leave();
    this.#rows = [];
  }

  async #recall(): Promise<void> {
    this.#choice = await readLens(this.#side.readChoice, this.#host);
    this.#follow();
  }

  #leave(): void {
    const { quietly } = this.#side;
    if (!this.#bar) return;
    this.#reasons.keep([]);
    quietly(() => this.#arrangement?.restore());
    quietly(() => this.#bar?.remove());
    this.#bar = undefined;
    this.#sorted = null;
    this.#settled = false;
  }

  #choose(change: Partial<LensChoice>): void {
    if (!this.#choice) return;
    this.#choice = { ...this.#choice, ...change };
    // Where it cannot be kept, it holds for this page.
    this.#side.keepChoice(lensName(this.#host), this.#choice).catch(() => undefined);
    if (change.sort ?? change.shown) this.#calmAt = scrollY;
    if (change.sort === false) this.#sort(null);
    this.#follow();
  }

  /** Brings page and bar to what is chosen. */
  #follow(): void {
    const choice = this.#choice;
    const { queue } = this.#side;
    if (!choice) return;
    if (!choice.shown || this.#rows.length < FEWEST) return this.#leave();
    if (this.#want()) queue.add(this.#rows);
    // A bar that comes with its answer does not change under the reader's eyes.
    if (!this.#bar && this.#busy()) return;
    this.#place();
    if (this.#bar) this.#settle();
  }

  /** Has ranks asked for where something needs them; true where that is new. */
  #want(): boolean {
    const { queue } = this.#side;
    const needed = this.#choice?.shown === true && (this.#choice.sort || this.#choice.reasons) && this.#rows.length >= FEWEST;
    if (!needed || queue.loosely) return false;
    queue.loosely = true;
    return true;
  }

  #place(): void {
    if (this.#bar?.host.isConnected === true) return;
    if (this.#bar) this.#returns++;
    if (this.#returns > RETURNS) return this.#leave();
    try {
      const bar = this.#bar ?? new Bar((deed) => this.#run(deed));
      this.#side.quietly(() => bar.place());
      this.#bar = bar;
    } catch {
      // The page has taken the element's name: no bar rather than a fight.
    }
  }

  #settle(): void {
    const { choice, busy } = { choice: this.#choice, busy: this.#busy() };
    const arrangement = this.#arrangement;
    if (!choice || !arrangement) return;
    if (!busy) {
      const still = Math.abs(scrollY - this.#calmAt) <= STILL || target() !== null;
      if (choice.sort && this.#sorted === null && still) this.#sort(byCloseness);
      this.#settled = true;
    }
    if (this.#settled) {
      this.#side.quietly(() => arrangement.show((row) => (!isAnswered(row, false) ? undefined : this.#isHidden(row) ? 'gone' : this.#isDim(row) ? 'dim' : null)));
      this.#reasons.keep(choice.reasons ? this.#rows : []);
      if (choice.reasons) this.#reasons.show(this.#rows, (row, line) => this.#tell(row, line));
    }
    this.#draw(choice, busy);
  }

  #busy(): boolean {
    const { queue } = this.#side;
    return queue.busy && !this.#rows.every((row) => isAnswered(row, queue.loosely));
  }

  #isHidden = (row: Row): boolean => this.#choice?.hide === true && standing(row) === 'mine';
  #isDim = (row: Row): boolean => this.#choice?.dim === true && standing(row) !== 'mine' && !isClose(row, this.#choice.strongly);

  #sort(compare: typeof byCloseness | null): void {
    const { quietly, badges } = this.#side;
    const anchor = target();
    const top = anchor?.getBoundingClientRect().top ?? 0;
    if (anchor === null) holdScroll();
    quietly(() => this.#arrangement?.sort(compare));
    // Who followed a link to an entry keeps it where it was in the window.
    if (anchor !== null) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' });
    this.#sorted = compare && new Set(this.#rows);
    // Cells of a grid are not all alike, and neither is the room in them.
    if (this.#list?.sort === 'order') badges.refit(this.#rows);
  }

  /** On a page whose nodes are its own script's, a line stands at the end of the entry; else right below the title. */
  #tell(row: Row, line: Element): void {
    if (this.#list?.sort === 'order') this.#arrangement?.elements(row).at(-1)?.append(line);
    else row.anchor?.after(line);
  }

  #draw(choice: LensChoice, busy: boolean): void {
    const rows = this.#rows;
    this.#bar?.draw({
      choice,
      busy,
      summary: busy ? `Comparing ${rows.length} papers with your collection…` : summaryOf(rows, choice.strongly),
      unsorted: choice.sort ? rows.filter((row) => this.#sorted?.has(row) !== true).length : 0,
      total: rows.length,
      lens: this.#standing?.lenses ? (this.#standing.lens?.name ?? 'All') : null,
    });
  }

  #run(deed: Deed): void {
    if (isSwitch(deed)) return this.#choose({ [deed]: this.#choice?.[deed] !== true });
    switch (deed) {
      case 'lens':
        // Every page is told of the change, this one too.
        return this.#standing && void this.#side.nextLens(this.#standing).catch(() => undefined);
      case 'now':
        this.#sort(byCloseness);
        return this.#settle();
      case 'next':
        return void this.#go(1);
      case 'previous':
        return void this.#go(-1);
      case 'close':
        return this.#choose({ shown: false });
      default:
        deed satisfies never;
    }
  }

  #stops(): Row[] {
    const { badges } = this.#side;
    return this.#rows.filter((row) => badges.get(row) !== undefined && !this.#isHidden(row) && !this.#isDim(row));
  }

  #go = (by: 1 | -1): boolean => this.#marked.go(this.#stops(), by);

  /** Saves the entry that the reader stands on; one that is there already is left alone. */
  #save(): boolean {
    const row = this.#marked.current(this.#stops());
    if (!row || row.identity?.state === 'in collection') return false;
    void this.#side.save(row);
    return true;
  }

  #open(): boolean {
    const row = this.#marked.current(this.#stops());
    const url = row && addressOf(row, this.#arrangement?.elements(row) ?? []);
    if (url === undefined) return false;
    open(url, '_blank', 'noopener,noreferrer');
    return true;
  }
}

/** What the address's `#item5` leads to, while the reader has it before them. */
function target(): Element | null {
  const element = page.querySelector(':target');
  const top = element?.getBoundingClientRect().top ?? -1;
  return top >= -STILL && top < innerHeight ? element : null;
}
