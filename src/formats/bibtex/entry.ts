import { Macros } from './macros.ts';

/** One entry as it stands in a file. */
export interface Entry {
  readonly kind: 'entry';
  /** Where it begins, from 1. */
  readonly line: number;
  /** Lower case: "article". */
  readonly type: string;
  readonly key: string;
  /** Lower-case names; values are TeX as written, macros filled in. */
  readonly fields: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
  readonly excerpt: string;
}

/** Longer fields are cut; no abstract, note or list of authors comes near. In UTF-16 units. */
export const LONGEST_FIELD = 262_144;

/** Collects the fields of one entry after the other. */
export class EntryBuilder {
  type = '';
  key = '';
  line = 1;
  /** Name of the field at hand. */
  name = '';
  readonly #kept: ReadonlySet<string>;
  readonly #macros = new Macros();
  #fields = new Map<string, string>();
  #notes = new Set<string>();
  #value = '';

  constructor(kept: ReadonlySet<string>) {
    this.#kept = kept;
  }

  begin(type: string, line: number): void {
    this.type = type;
    this.key = this.name = this.#value = '';
    this.line = line;
    this.#fields = new Map();
    this.#notes = new Set();
  }

  /** Adds a piece to the value at hand; of a field that nobody reads nothing is kept. */
  append(piece: string): void {
    if (this.type !== 'string' && !this.#kept.has(this.name)) return;
    const room = LONGEST_FIELD - this.#value.length;
    if (piece.length > room) this.note(`the field ${this.name} is cut to ${LONGEST_FIELD} characters`);
    if (room > 0) this.#value += piece.slice(0, room);
  }

  /** Adds what a macro stands for; one that is not defined stands for its name, as the styles' own do. */
  appendMacro(name: string, read: number): void {
    if (this.type !== 'string' && !this.#kept.has(this.name)) return;
    const value = this.#macros.valueOf(name, read);
    if (value === undefined) this.note(`"${name.slice(0, 40)}" is no abbreviation of this file and stands as it is`);
    this.append(value ?? name);
  }

  endField(): void {
    if (this.type === 'string') {
      if (!this.#macros.define(this.name, this.#value)) this.note(`the abbreviation ${this.name} is too long and is cut`);
    } else if (this.#kept.has(this.name)) {
      const before = this.#fields.get(this.name);
      if (before === undefined) this.#fields.set(this.name, this.#value);
      else if (before !== this.#value) this.note(`a second ${this.name} is left out`);
    }
    this.name = this.#value = '';
  }

  note(text: string): void {
    if (this.#notes.size < 20) this.#notes.add(text);
  }

  entry(excerpt: string): Entry {
    return { kind: 'entry', line: this.line, type: this.type, key: this.key, fields: this.#fields, notes: [...this.#notes], excerpt };
  }
}
