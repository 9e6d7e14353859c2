/** A value that JSON gave: its own members only, so that `__proto__` and `constructor` are nothing special. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of these members that is there and not null. */
export function member(object: JsonObject, ...names: readonly string[]): Json | undefined {
  for (const name of names) {
    if (!Object.hasOwn(object, name)) continue;
    const value = object[name];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** The first of these members that holds a text; numbers are texts too, and of a list the first element. */
export function textOf(object: JsonObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = member(object, name);
    const one = Array.isArray(value) ? (value as readonly Json[])[0] : value;
    if (typeof one === 'string' && one.trim() !== '') return one;
    if (typeof one === 'number') return String(one);
  }
  return undefined;
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : value === undefined ? [] : [value];
}
