import type { Standing } from '../messages/reader-contract.ts';
import type { LensState } from '../messages/views.ts';
import type { Site } from '../sites/site.ts';
import type { Badges } from './badges.ts';
import type { Queue } from './queue.ts';
import type { Row } from './rows.ts';

/**
 * What only some pages need is a content script of its own, so that no other page pays for it. It runs in the same world
 * behind the first one and joins it here.
 */
export interface Part {
  readonly state: LensState;
  /** The page was read. Comes before its new rows are asked about. */
  read(site: Site | undefined, url: URL, rows: readonly Row[]): void;
  /** Some answers have come, or were given up. */
  answered(): void;
  /** Comes back where the reader has closed it; false where there is nothing for it. */
  show(): boolean;
  /** The reader's papers or lenses changed; every row is asked about again. */
  again(): void;
  /** The page may look different. */
  wear(): void;
  /** Gives the page back as it was. */
  close(): void;
}

/** What a part may use of the first script. */
export interface PageSide {
  readonly signal: AbortSignal;
  /** Wraps every change to the page. */
  readonly quietly: (change: () => void) => void;
  readonly queue: Queue;
  readonly badges: Badges;
  /** Saves an entry's paper, for the reader's own act; false where nothing was saved. */
  readonly save: (row: Row) => Promise<boolean>;
  /** The lens that is set, and whether there are others. */
  readonly standing: () => Promise<Standing>;
  readonly nextLens: (after: Standing) => Promise<Standing>;
  /** Keeps a mark that takes the focus from opening its card. */
  readonly hush: (row: Row) => void;
  /** The reader's choices on this device. */
  readonly readChoice: (name: string) => Promise<unknown>;
  readonly keepChoice: (name: string, value: unknown) => Promise<void>;
}

export type MakePart = (side: PageSide) => Part;

const PARTS = Symbol.for('paperkin part');
const world = globalThis as { [PARTS]?: { make?: MakePart; join?: (make: MakePart) => void } };
const meeting = (world[PARTS] ??= {});

/** Called by a part's own script; whichever of the two comes first waits for the other. */
export function joinAs(make: MakePart): void {
  if (meeting.make) return;
  meeting.make = make;
  meeting.join?.(make);
}

/** Called by the first script once it is ready for a part. */
export function onPart(joined: (make: MakePart) => void): void {
  meeting.join = joined;
  if (meeting.make) joined(meeting.make);
}
