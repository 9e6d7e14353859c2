/**
 * How the house is built, and the test that keeps it so.
 *
 * Paperkin is read room by room: one folder under `src/` per purpose, named so that a newcomer finds the room for a
 * change by the folder names alone. Doors go downward only, as the table in `architecture/rooms.ts` says:
 *
 * - `packing` puts arrays and texts into one buffer that is opened in place; it knows nothing of papers.
 * - `paper` knows what a paper is. `formats`, `sites`, `related`, `search` and `collections` each
 *   know one thing about papers and do not know each other. `library` is the application made of them. All of these
 *   run unchanged in Node, which is what makes them testable, benchable and usable from the command line.
 * - `references` reads what an entry of a bibliography names. `sites` only carries the entry's lines to it, so that no
 *   page pays for the reading.
 * - `messages` is the contract between the processes: it knows the types of the rooms it speaks about and runs none
 *   of their code, so that a page's bundle holds no index and no engine.
 * - `browser` is the only room that calls the browser: one place to look when a browser changes, one place to replace
 *   in a test. It alone reads packaged files; nothing anywhere sends.
 * - `worker`, `content` and `popup` are the three programs. They share `ui` and speak through `messages`.
 * - `build`, `start`, `train` and `evaluate` run in Node and are in no bundle. `start` drives browsers, so it holds
 *   small functions that run in a page.
 *
 * Page text and files are hostile, so no text becomes markup or code anywhere, and globals of the DOM are used only
 * where there is a page: an adapter in `sites` reads the Document that it is given and nothing else.
 *
 * A rule that has never been seen to fail proves nothing: each is tried on planted faults below.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as rules from './architecture/rules.ts';
import { readSource } from './architecture/source.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = filesUnder('src').filter((file) => /\.tsx?$/.test(file));
const TESTS = filesUnder('test').filter((file) => /\.tsx?$/.test(file));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'));
}

const SOURCE_RULES: Readonly<Record<string, rules.Rule>> = {
  'doors go downward only': rules.doors,
  'the DOM is touched where there is a page': rules.domInPages,
  'nothing leaves the device': rules.nothingLeaves,
  'the browser is called in one room': rules.browserInBrowser,
  'bundles need no Node': rules.noNodeInBundles,
  'text is never markup or code': rules.noSinks,
};

describe('the house', () => {
  test('there is something to look at', () => expect(Math.min(SOURCES.length, TESTS.length)).toBeGreaterThan(10));

  test.each(Object.entries(SOURCE_RULES))('%s', (_, rule) => {
    expect(objections(SOURCES, (file, code) => rule(file, readSource(file, code)))).toEqual([]);
  });

  test('every test runs and can fail', () => expect(objections(TESTS, (file, code) => rules.everyTestRuns(file, readSource(file, code)))).toEqual([]));
  test('every file is named for something', () => expect(objections([...SOURCES, ...TESTS], rules.namedForSomething)).toEqual([]));
  test('every file is short', () => expect(objections([...SOURCES, ...TESTS], (_, code) => rules.shortEnough(code))).toEqual([]));

  test('the project speaks of itself alone', () => {
    const texts = [...filesUnder('src'), ...filesUnder('test'), ...topLevel('file')].filter((file) => /\.(?:tsx?|json|md|css|html|txt|tsv)$/.test(file));
    expect(objections(texts, (_, text) => rules.speaksOfItself(text))).toEqual([]);
  });

  test('the top level holds src, public and test', () => {
    expect(topLevel('folder').filter((name) => !/^(?:\..*|node_modules|dist|coverage)$/.test(name)).sort()).toEqual(['public', 'src', 'test']);
  });
});

function topLevel(kind: 'file' | 'folder'): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() === (kind === 'folder'))
    .map((entry) => entry.name);
}

const objections = (files: readonly string[], rule: (file: string, code: string) => string[]): string[] =>
  files.flatMap((file) => rule(file, read(file)).map((objection) => `${file}: ${objection}`));

describe('a planted fault is found', () => {
  const planted: readonly [keyof typeof SOURCE_RULES, string, string][] = [
    ['doors go downward only', 'src/paper/a.ts', "import { b } from '../sites/b.ts';"],
    ['doors go downward only', 'src/paper/a.ts', "import type { B } from '../sites/b.ts';"],
    ['doors go downward only', 'src/sites/a.ts', "export { b } from '../related/b.ts';"],
    ['doors go downward only', 'src/sites/a.ts', "export * from '../related/b.ts';"],
    ['doors go downward only', 'src/sites/a.ts', "const b = await import('../related/b.ts');"],
    ['doors go downward only', 'src/sites/a.ts', 'const b = await import(where);'],
    ['doors go downward only', 'src/sites/a.ts', "const b: import('../related/b.ts').B = 1;"],
    ['doors go downward only', 'src/content/a.ts', "import { open } from '../library/library.ts';"],
    ['doors go downward only', 'src/messages/a.ts', "import { type A, b } from '../library/views.ts';"],
    ['doors go downward only', 'src/library/a.ts', "import MiniSearch from 'minisearch';"],
    ['doors go downward only', 'src/worker/a.ts', "import { h } from 'preact';"],
    ['doors go downward only', 'src/popup/a.tsx', "import browser from 'webextension-polyfill';"],
    ['doors go downward only', 'src/search/a.ts', "import { readFileSync } from 'node:fs';"],
    ['doors go downward only', 'src/worker/a.ts', "import { buildAll } from '../build/build.ts';"],
    ['doors go downward only', 'src/attic/a.ts', 'export const a = 1;'],
    ['the DOM is touched where there is a page', 'src/sites/a.ts', 'export const title = () => document.title;'],
    ['the DOM is touched where there is a page', 'src/paper/a.ts', 'export const here = () => globalThis.location.href;'],
    ['the DOM is touched where there is a page', 'src/sites/a.ts', 'export const isElement = (x: unknown) => x instanceof Element;'],
    ['the DOM is touched where there is a page', 'src/sites/a.ts', 'function a(document: Document) { return document; } document.body;'],
    ['nothing leaves the device', 'src/library/a.ts', "await fetch('x');"],
    ['nothing leaves the device', 'src/browser/a.ts', 'new WebSocket(address);'],
    ['nothing leaves the device', 'src/content/a.ts', "navigator.sendBeacon('x');"],
    ['nothing leaves the device', 'src/content/a.ts', "window.postMessage('x', '*');"],
    ['the browser is called in one room', 'src/library/a.ts', "indexedDB.open('x');"],
    ['the browser is called in one room', 'src/popup/a.ts', 'chrome.runtime.id;'],
    ['the browser is called in one room', 'src/content/a.ts', "self['browser'].runtime.id;"],
    ['bundles need no Node', 'src/related/a.ts', "process.env['X'];"],
    ['text is never markup or code', 'src/content/a.ts', 'element.innerHTML = text;'],
    ['text is never markup or code', 'src/content/a.ts', "element['outerHTML'] = text;"],
    ['text is never markup or code', 'src/popup/a.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: text }} />;'],
    ['text is never markup or code', 'src/content/a.ts', "element.insertAdjacentHTML('beforeend', text);"],
    ['text is never markup or code', 'src/content/a.ts', 'document.write(text);'],
    ['text is never markup or code', 'src/content/a.ts', 'eval(text);'],
    ['text is never markup or code', 'src/content/a.ts', 'new Function(text);'],
    ['text is never markup or code', 'src/content/a.ts', "setTimeout('go()', 1);"],
  ];
  test.each(planted)('%s: %s: %s', (rule, file, code) => {
    expect(SOURCE_RULES[rule]?.(file, readSource(file, code))).toHaveLength(1);
  });

  const tests = ["test.only('a', () => check());", "describe.skip('a', () => check());", "it.skipIf(x);", "test.todo('a');", "test('a', () => {});", "test.each(rows)('a', () => {});", "xit('a', f);"];
  test.each(tests)('a test that is left out or empty: %s', (code) => expect(rules.everyTestRuns('test/a.test.ts', readSource('a.test.ts', code))).toHaveLength(1));

  test.each(['src/utils/a.ts', 'src/paper/helpers.ts', 'src/core/paper.ts', 'src/popup/index.tsx', 'src/worker/main.ts', 'src/common.ts'])('a name that says nothing: %s', (file) =>
    expect(rules.namedForSomething(file)).toHaveLength(1));

  test('a long file', () => expect(rules.shortEnough('a\n'.repeat(400))).toHaveLength(1));

  test.each([['', 'home', 'someone', 'x'].join('/'), `see ${['', 'tmp', 'x.log'].join('/')}`, ['registry', 'npmjs', 'org'].join('.'), JSON.stringify({ resolved: 'x' })])('a machine or a registry: %s', (text) =>
    expect(rules.speaksOfItself(text)).toHaveLength(1));
});

describe('what is right is left alone', () => {
  const fine: readonly [string, string][] = [
    ['src/sites/a.ts', 'export const titles = (document: Document) => document.querySelectorAll("h1");'],
    ['src/sites/a.ts', 'export function read({ document }: Page) { const f = () => document.title; return f; }'],
    ['src/sites/a.ts', 'interface Place { readonly location: string; document(): void }\nexport const at = (p: Place) => p.location;'],
    ['src/messages/a.ts', "import type { A } from '../library/views.ts';\nexport type { B } from '../related/related.ts';"],
    ['src/messages/a.ts', "import { type A, type B } from '../library/views.ts';"],
    ['src/browser/a.ts', "import browser from 'webextension-polyfill';\nexport const get = () => fetch(browser.runtime.getURL('x'));"],
    ['src/popup/a.tsx', "import { render } from 'preact';\nimport { useState } from 'preact/hooks';\nrender(<p class='a'>{window.name}</p>, document.body);"],
    ['src/build/a.ts', "import manifest from '../../manifest.json' with { type: 'json' };\nprocess.exit(manifest.version ? 0 : 1);"],
    ['src/content/a.ts', 'setTimeout(() => element.textContent = text, 5);'],
    ['src/paper/a.ts', 'for (const top of list) { const parent = top; use(parent, { history: 1 }); }'],
  ];
  test.each(fine)('%s: %s', (file, code) => {
    const source = readSource(file, code);
    expect(Object.values(SOURCE_RULES).flatMap((rule) => rule(file, source))).toEqual([]);
  });
});
