import type { Notebook } from './second-copy.ts';
import type { Change, Store, Table } from './store.ts';
import { DEFAULTS } from './stored.ts';

/** Set where a look found nothing of the reader's own. */
const NOTHING = 'own.nothing';
/** Set before the first commit of anything of the reader's own, and never taken away: what was noted before, or is noted late, counts no more. */
const SOMETHING = 'own.something';

/**
 * A note outside the database that the store holds nothing of the reader's own: no paper, collection or lens, and no
 * setting that changes what counts. With it a badge need not open the database. Two facts, each only ever added, so that
 * no order of steps, in whatever pages and workers, and none that dies between two of them, leaves a note that is wrong:
 * it is believed only where NOTHING is there and SOMETHING is not, and every writer has noted SOMETHING before it commits.
 * A reader who has once had something is asked for in the store from then on.
 */
export class OwnNote {
  readonly #notebook: Notebook;
  /** Something was, or is about to be, committed from here. */
  #mayHold = false;
  /** NOTHING was there when last read. */
  #wasThere = false;
  #announcing: Promise<void> | undefined;
  #reading: Promise<boolean> | undefined;

  constructor(notebook: Notebook) {
    this.#notebook = notebook;
  }

  /** Whether there is an explicit note that nothing is held; a note that is missing or cannot be read says nothing. Asked while it is being read, it is not read again. */
  async saysNothing(): Promise<boolean> {
    if (this.#mayHold) return false;
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    const says = await this.#reading;
    return says && !this.#mayHold;
  }

  /** To be awaited before a commit. @throws where a note is there and cannot be overruled: then nothing must be committed. */
  async beforeCommit(changes: readonly Change[]): Promise<void> {
    if (changes.some((change) => counting.has('put' in change ? change.put : 'delete' in change ? change.delete : change.clear))) await this.somethingIsHeld();
  }

  /** Overrules the note, for good. @throws as {@link OwnNote.beforeCommit} */
  somethingIsHeld(): Promise<void> {
    // From this line on, whoever asks here gets the long way.
    this.#mayHold = true;
    if (this.#announcing === undefined) {
      const attempt = this.#announce();
      this.#announcing = attempt;
      attempt.catch(() => (this.#announcing = undefined));
    }
    return this.#announcing;
  }

  /** Notes that nothing is held, after a look at the store; where something is, that is noted, should it have been lost. */
  async lookAt(store: Pick<Store, 'count' | 'get'>): Promise<void> {
    if (!(await isEmpty(store))) return this.somethingIsHeld();
    if (this.#mayHold || (await this.#notebook.get(NOTHING)) === true || (await this.#notebook.get(SOMETHING)) !== undefined) return;
    await this.#notebook.write({ [NOTHING]: true });
    // Somebody may have committed meanwhile who could note nothing.
    if (!(await isEmpty(store))) await this.somethingIsHeld();
  }

  async #read(): Promise<boolean> {
    try {
      const [nothing, something] = await Promise.all([this.#notebook.get(NOTHING), this.#notebook.get(SOMETHING)]);
      this.#wasThere = nothing === true;
      return nothing === true && something === undefined;
    } catch {
      return false;
    }
  }

  async #announce(): Promise<void> {
    const told = await this.#notebook.write({ [SOMETHING]: true }).then(() => true, () => false);
    const gone = await this.#notebook.remove([NOTHING]).then(() => true, () => false);
    if (told || gone) return;
    // Where nothing can be read either, there is no note to believe, unless it was there a moment ago.
    const isThere = await this.#notebook.get(NOTHING).then((nothing) => nothing === true, () => this.#wasThere);
    if (isThere) throw new Error('The browser keeps no notes for Paperkin now: nothing was changed. Restart the browser and try again.');
  }
}

async function isEmpty(store: Pick<Store, 'count' | 'get'>): Promise<boolean> {
  const [[settings = DEFAULTS], ...counts] = await Promise.all([store.get('settings', ['settings']), store.count('record'), store.count('collection'), store.count('lens')]);
  return counts.every((count) => count === 0) && settings.lens === null && settings.bundledIsOn;
}

const counting = new Set<Table>(['record', 'collection', 'lens', 'settings']);
