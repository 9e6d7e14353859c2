import type { Mention } from '../paper/paper.ts';
import type { Library } from './library.ts';
import type { Explanation, Identity, Loose, PaperView, Relation, SearchReply } from './views.ts';

export interface EitherLibraryOptions {
  /** Whether the papers that ship are all there is: asked anew by each question. */
  readonly isAlone: () => Promise<boolean>;
  readonly shipped: Library;
  /** The reader's papers and those that ship. */
  readonly whole: Library;
}

/** The whole library, and where nothing in it is the reader's own, what ships alone: then no question waits for the store. */
export class EitherLibrary implements Library {
  readonly #options: EitherLibraryOptions;

  constructor(options: EitherLibraryOptions) {
    this.#options = options;
  }

  async identify(mentions: readonly Mention[]): Promise<readonly (Identity | null)[]> {
    const { isAlone, shipped, whole } = this.#options;
    // Looked up while the note is read, for most readers of a fresh worker ask for this first.
    const found = shipped.identify(mentions);
    found.catch(() => undefined);
    return (await isAlone()) ? found : whole.identify(mentions);
  }

  async relate(mentions: readonly Mention[]): Promise<readonly (Relation | null)[]> {
    return (await this.#inForce()).relate(mentions);
  }

  async rank(mentions: readonly Mention[]): Promise<readonly (Relation | Loose | null)[]> {
    return (await this.#inForce()).rank(mentions);
  }

  async explain(mention: Mention): Promise<Explanation> {
    return (await this.#inForce()).explain(mention);
  }

  async search(query: string, limit: number): Promise<SearchReply> {
    return (await this.#inForce()).search(query, limit);
  }

  async paper(key: string): Promise<PaperView> {
    return (await this.#inForce()).paper(key);
  }

  async #inForce(): Promise<Library> {
    const { isAlone, shipped, whole } = this.#options;
    return (await isAlone()) ? shipped : whole;
  }
}
