const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** Longer `@string`s are cut: they are for names of journals and months. In UTF-16 units. */
const LONGEST_MACRO = 1_000;
/** All macros of a file together may fill in this much, and twice what was read so far: definitions that double each other end here. */
const FREE = 1_000_000;

/** `@string` definitions, in the order of the file. Names are lower case. */
export class Macros {
  readonly #values = new Map<string, string>(MONTHS.map((month) => [month.slice(0, 3).toLowerCase(), month]));
  #filledIn = 0;

  /** False where the value was too long and is cut. */
  define(name: string, value: string): boolean {
    this.#values.set(name, value.slice(0, LONGEST_MACRO));
    return value.length <= LONGEST_MACRO;
  }

  /** The value of a macro, or of a number the number. Undefined where it is not defined, or too much was filled in after `read` units of the file. */
  valueOf(name: string, read: number): string | undefined {
    if (/^\d+$/.test(name)) return name;
    const value = this.#values.get(name.toLowerCase());
    if (value === undefined || this.#filledIn + value.length > FREE + 2 * read) return undefined;
    this.#filledIn += value.length;
    return value;
  }
}
