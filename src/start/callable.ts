/**
 * The source of a function that runs in a page instead of here: it may use its arguments and the page's globals only.
 * Compilers wrap inner functions in `__name(...)` to keep their names; a page has no such function, so it is given one.
 */
export const callable = (fn: (...args: never[]) => unknown): string => `((__name) => (${fn.toString()}))((fn) => fn)`;
