/** Field-by-field checks of foreign values. A check returns a clean copy of the fields it knows, or throws {@link BadMessage}. */

export class BadMessage extends Error {
  override name = 'BadMessage';
}

export type Check<T> = (value: unknown, place: string) => T;

const refuse = (place: string, wanted: string): never => {
  throw new BadMessage(`${place}: ${wanted} expected`);
};

/** A string of at most `most` UTF-16 units. */
export const text =
  (most: number): Check<string> =>
  (value, place) =>
    typeof value === 'string' && value.length <= most ? value : refuse(place, `text of at most ${most} characters`);

/** A whole number within [least, most]. */
export const whole =
  (least: number, most: number): Check<number> =>
  (value, place) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : refuse(place, `a whole number from ${least} to ${most}`);

export const list =
  <T>(item: Check<T>, most: number): Check<T[]> =>
  (value, place) =>
    Array.isArray(value) && value.length <= most ? Array.from(value, (v, i) => item(v, `${place}[${i}]`)) : refuse(place, `a list of at most ${most}`);

export const flag: Check<boolean> = (value, place) => (typeof value === 'boolean' ? value : refuse(place, 'true or false'));

/** One of these words. */
export const oneOf =
  <const W extends readonly string[]>(...words: W): Check<W[number]> =>
  (value, place) =>
    typeof value === 'string' && words.includes(value) ? value : refuse(place, words.join(' or '));

export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value, place) =>
    value === null ? null : check(value, place);

/** The first of the checks that does not refuse; the last one's refusal is told. */
export const either =
  <C extends readonly Check<unknown>[]>(...checks: C): Check<C[number] extends Check<infer T> ? T : never> =>
  (value, place) => {
    let refusal: unknown = new BadMessage(`${place}: nothing fits`);
    for (const check of checks) {
      try {
        return check(value, place) as never;
      } catch (problem) {
        refusal = problem;
      }
    }
    throw refusal;
  };

export const nothing: Check<null> = (value, place) => (value === null ? null : refuse(place, 'nothing'));

type Fields = Record<string, Check<unknown>>;
type Values<F extends Fields> = { [K in keyof F]: F[K] extends Check<infer T> ? T : never };

/** An object with all `needed` fields and any of the `optional` ones; other fields are dropped. */
export const object =
  <N extends Fields, O extends Fields = Record<never, never>>(needed: N, optional?: O): Check<Values<N> & Partial<Values<O>>> =>
  (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(place, 'an object');
    const clean: Record<string, unknown> = {};
    for (const [name, check] of Object.entries(needed)) clean[name] = check(own(value, name), `${place}.${name}`);
    for (const [name, check] of Object.entries(optional ?? {})) {
      const given = own(value, name);
      if (given !== undefined) clean[name] = check(given, `${place}.${name}`);
    }
    return clean as Values<N> & Partial<Values<O>>;
  };

// Only own data counts: an inherited field is not part of a message.
const own = (value: object, name: string): unknown => (Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
