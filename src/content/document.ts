/**
 * A page can hide `document.querySelector` behind `<form name="querySelector">`: named elements come before the document's
 * own members, in a content script too. This view of a document reads members from the prototypes only.
 */
export function unclobbered(document: Document): Document {
  return new Proxy(document, {
    get: (target, name) => {
      const value: unknown = Reflect.get(Object.getPrototypeOf(target) as object, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    has: (target, name) => Reflect.has(Object.getPrototypeOf(target) as object, name),
    set: (target, name, value) => Reflect.set(Object.getPrototypeOf(target) as object, name, value, target),
  });
}

/** The page's document, for all of ours. */
export const page = unclobbered(document);
