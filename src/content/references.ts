import type { Bibliography } from '../sites/site.ts';
import { coverageOf } from '../ui/coverage.ts';
import { CITATION_LOOK, SUMMARY_LOOK } from './badge.ts';
import { Badges } from './badges.ts';
import type { Cards } from './cards.ts';
import { type Citation, Citations } from './citations.ts';
import { cited } from './cited.tsx';
import { page } from './document.ts';
import type { Row } from './rows.ts';
import { inSlices } from './slices.ts';
import type { Subject } from './subject.ts';
import { closest, Summary } from './summary.tsx';

export interface ReferencesOptions {
  /** Wraps every change to the page. */
  readonly quietly: (change: () => void) => void;
  readonly cards: Cards;
  readonly subject: (row: Row) => Subject;
  /** Scrolls to a row. */
  readonly show: (row: Row) => void;
}

/** What a page's references bring besides the marks in their list: marks at their citations, and a line at the list's head. */
export class References {
  #badges: Badges<Citation>;
  #head: Badges<Summary>;
  #citations = new Citations();
  #bibliography: Bibliography | undefined;
  #rows: readonly Row[] = [];
  #summary: Summary | undefined;
  #signal: AbortSignal;
  #reading = false;
  #again = false;

  constructor({ quietly, cards, subject, show }: ReferencesOptions, signal: AbortSignal) {
    this.#signal = signal;
    const lost = cards.forget.bind(cards);
    this.#badges = new Badges<Citation>({ quietly, look: CITATION_LOOK, made: (badge, { row, title }) => cards.attach(badge, cited(row, subject(row)), title), lost });
    this.#head = new Badges<Summary>({ quietly, look: SUMMARY_LOOK, mark: (summary) => summary.mark, made: (badge, summary) => cards.attach(badge, closest(summary, subject, show)), lost });
  }

  /** All rows of the page after a scan. */
  read(bibliography: Bibliography | undefined, rows: readonly Row[]): void {
    this.#bibliography = bibliography;
    this.#rows = rows.filter(({ reference }) => reference);
    this.#badges.mend();
    this.#head.mend();
    this.answered();
  }

  /** Some rows have new answers. */
  answered(): void {
    void this.#update();
  }

  /** Themes or room may have changed. */
  refit(): void {
    this.#badges.refit();
    this.#head.refit();
  }

  close(): void {
    this.#badges.remove(this.#citations.all);
    if (this.#summary) this.#head.remove([this.#summary]);
  }

  async #update(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#again) {
      this.#again = false;
      const read = await inSlices(this.#citations.read(this.#bibliography, page, this.#rows), () => !this.#signal.aborted);
      if (!read) break;
      this.#badges.remove(read.result);
      this.#badges.show([...this.#citations.all]);
      this.#summarise();
    }
    this.#reading = false;
  }

  /** Once every entry is answered, so that the line does not count before the reader's eyes. */
  #summarise(): void {
    const rows = this.#rows;
    const isAnswered = rows.every(({ identity, relation }) => identity || (identity === null && relation !== undefined));
    const coverage = coverageOf(rows);
    const [first] = rows;
    const heading = first?.reference && isAnswered && coverage.mine.length + coverage.closest.length > 0 ? (this.#bibliography?.heading(first.reference.item) ?? null) : null;
    const next = heading ? new Summary(heading, coverage) : undefined;
    const before = this.#summary;
    if (next && before?.saysAs(next)) return;
    if (before && (next || rows.length === 0)) {
      before.here = false;
      this.#head.remove([before]);
      this.#summary = undefined;
    }
    if (!next) return;
    this.#summary = next;
    this.#head.show([next]);
  }
}
