import { posix } from 'node:path';
import { ROOMS, type Room } from './rooms.ts';
import type { Source } from './source.ts';

/** Each rule answers with what it objects to in one file of `src/`, in words; nothing where all is well. */
export type Rule = (file: string, source: Source) => string[];

const roomOf = (file: string): string => /^src\/([^/]+)\//.exec(file)?.[1] ?? '';

/** The rooms and packages that a file may import, by the table. */
export const doors: Rule = (file, { imports }) => {
  const name = roomOf(file);
  const room = ROOMS[name];
  if (!room) return [`src/${name}/ is not in the table of rooms`];
  return imports.flatMap(({ specifier, typeOnly }) => {
    if (specifier.startsWith('.')) {
      const target = posix.join(posix.dirname(file), specifier);
      if (target === 'manifest.json' && room.node) return [];
      const to = roomOf(target);
      const may = to === name || room.uses.includes(to) || (typeOnly && room.knows?.includes(to) === true);
      return may ? [] : [`${name} may not ${typeOnly ? 'know the types' : 'use the code'} of ${to || target}`];
    }
    const packages = room.packages ?? [];
    const may = packages.some((allowed) => specifier === allowed || specifier.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`));
    return may ? [] : [`${name} may not import ${specifier}`];
  });
};

const DOM = new Set(
  'document window location history frames parent top customElements getComputedStyle getSelection matchMedia requestAnimationFrame localStorage sessionStorage alert confirm prompt DOMParser MutationObserver IntersectionObserver ResizeObserver Node Element HTMLElement ShadowRoot NodeFilter Range Selection CSSStyleSheet'.split(' '),
);

/** The DOM is touched where there is a page. A room that gets a Document as an argument touches that one alone. */
export const domInPages: Rule = (file, { globals }) => (room(file).page ? [] : picked(globals, DOM, 'the DOM belongs in content/, ui/ and the page folders'));

const FETCH = new Set(['fetch']);
const NETWORK = new Set('XMLHttpRequest WebSocket EventSource WebTransport RTCPeerConnection BroadcastChannel importScripts'.split(' '));
const SENDERS = new Set(['sendBeacon', 'connectNative', 'sendNativeMessage', 'onMessageExternal', 'onConnectExternal', 'postMessage']);

/** Only browser/ reads the packaged files, and nothing is ever sent. */
export const nothingLeaves: Rule = (file, { globals, members }) => {
  if (room(file).node) return [];
  return [
    ...(roomOf(file) === 'browser' ? [] : picked(globals, FETCH, 'only browser/ reads packaged files')),
    ...picked(globals, NETWORK, 'nothing leaves the device'),
    ...picked(members, SENDERS, 'nothing leaves the extension'),
  ];
};

const STORAGE = new Set('indexedDB IDBFactory IDBKeyRange IDBDatabase caches'.split(' '));
const EXTENSION_API = new Set(['browser', 'chrome']);

/** The browser's own interfaces are called in one room. */
export const browserInBrowser: Rule = (file, { globals }) =>
  roomOf(file) === 'browser' || room(file).node
    ? []
    : [...picked(globals, STORAGE, 'databases belong in browser/'), ...picked(globals, EXTENSION_API, 'the extension interfaces belong in browser/')];

/** Pure rooms run unchanged in Node and in the worker; nothing of Node's own is there. */
export const noNodeInBundles: Rule = (file, { globals }) =>
  room(file).node ? [] : picked(globals, new Set(['process', 'Buffer', '__dirname', '__filename', 'require', 'module', 'global']), 'the bundles run where Node is not');

const SINKS = new Set(
  'innerHTML outerHTML insertAdjacentHTML dangerouslySetInnerHTML srcdoc srcDoc createContextualFragment setHTMLUnsafe parseHTMLUnsafe parseFromString writeln execCommand'.split(' '),
);

/** Text is never read as markup or as code. */
export const noSinks: Rule = (_, { globals, members, calls }) => [
  ...picked(members, SINKS, 'text is never markup'),
  ...picked(globals, new Set(['eval', 'Function']), 'text is never code'),
  ...calls.filter(({ callee }) => /^(?:window\.|globalThis\.)?document\.write$/.test(callee)).map(() => 'document.write: text is never markup'),
  ...calls.filter(({ callee, text }) => text && /(?:^|\.)set(?:Timeout|Interval)$/.test(callee)).map(({ callee }) => `${callee} with a string: text is never code`),
];

/** A test that cannot fail, or that does not run, is a defect. */
export const everyTestRuns: Rule = (_, { calls }) =>
  calls.flatMap(({ callee, empty }) => {
    if (/^(?:test|it|describe|suite)\b.*\.(?:only|skip|skipIf|todo|fails)\b/.test(callee) || /^(?:xit|xtest|xdescribe|fit|fdescribe)\b/.test(callee)) return [`${callee} leaves tests out`];
    return empty && /^(?:test|it)\b/.test(callee) ? [`an empty ${callee}`] : [];
  });

/** Rooms named after nothing collect everything; entries carry the name of their room. */
export const namedForSomething = (file: string): string[] =>
  file
    .split('/')
    .filter((part) => /^(?:utils?|helpers?|common|core|shared|misc|lib|index|main)(?:\.|$)/i.test(part))
    .map((part) => `${part} says nothing of what is in it`);

/** A file that long has more than one reason to change. */
export const shortEnough = (code: string): string[] => (code.split('\n').length > 301 ? ['longer than 300 lines'] : []);

/** The project speaks of itself alone: it names no folder of a machine and no host of a package registry. */
export const speaksOfItself = (text: string): string[] =>
  [/(?:^|[\s'"`(=])\/(?:home|Users|root|work|tmp)\/[^\s'"`)]*/, /\bregistry\.(?:npmjs|yarnpkg)\.[a-z]+/, /"resolve[d]":/, /\b(?:pypi|crates)\.(?:org|io)\b/].flatMap((pattern) => {
    const found = pattern.exec(text);
    return found ? [`"${found[0].trim()}" is of a machine or a registry`] : [];
  });

function room(file: string): Room {
  return ROOMS[roomOf(file)] ?? { uses: [] };
}

const picked = (found: ReadonlySet<string>, forbidden: ReadonlySet<string>, why: string): string[] => [...found].filter((name) => forbidden.has(name)).map((name) => `${name}: ${why}`);
