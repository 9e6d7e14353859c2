import { expect, test } from 'vitest';
import { manifestFor, type Target } from '../../src/build/manifest.ts';

/**
 * What a reader is asked to trust us with, word for word. A change here is a change of a promise: it needs a
 * line in the permission table of the README and in the changelog.
 */
const PROMISED = {
  manifest_version: 3,
  permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
  /** Asked for by a click, one site at a time; the last is for publishers and is never asked for as it stands. */
  optional: [
    'https://openreview.net/*',
    'https://aclanthology.org/*',
    'https://proceedings.mlr.press/*',
    'https://papers.nips.cc/*',
    'https://proceedings.neurips.cc/*',
    'https://openaccess.thecvf.com/*',
    'https://www.semanticscholar.org/*',
    'https://scholar.google.com/*',
    'https://dblp.org/*',
    'https://github.com/*',
    'https://*/*',
  ],
  matches: [
    'https://arxiv.org/*',
    'https://*.arxiv.org/*',
    'https://ar5iv.org/*',
    'https://huggingface.co/papers*',
    'https://paperswithcode.com/*',
    'https://www.paperswithcode.com/*',
    'https://web.archive.org/web/*paperswithcode.com*',
    'https://alphaxiv.org/*',
    'https://www.alphaxiv.org/*',
  ],
  /** The lens: some pages of the same sites, so that it asks for nothing more. */
  lists: [
    ...['https://arxiv.org/', 'https://*.arxiv.org/'].flatMap((site) => ['list/*', 'catchup/*', 'search*', 'a/*'].map((path) => `${site}${path}`)),
    'https://huggingface.co/papers*',
  ],
  policy:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  // Marking a page has no key until the reader sets one.
  shortcuts: { 'quick-lookup': 'Alt+Shift+L', 'save-paper': 'Alt+Shift+U', 'mark-page': undefined, _execute_action: 'Alt+Shift+K' },
};

/** Keys that may appear at all: what is not here was not thought about. */
const KEYS: ReadonlySet<string> = new Set([
  'manifest_version', 'name', 'short_name', 'description', 'version', 'default_locale', 'icons', 'action', 'background', 'content_scripts',
  'commands', 'options_ui', 'permissions', 'host_permissions', 'optional_host_permissions', 'content_security_policy', 'externally_connectable',
]);

interface Manifest {
  readonly permissions: string[];
  readonly host_permissions?: string[];
  readonly optional_host_permissions: string[];
  readonly content_scripts: { readonly matches: string[]; readonly js: string[]; readonly run_at: string; readonly all_frames?: boolean }[];
  readonly commands: Record<string, { readonly suggested_key?: { readonly default: string } }>;
  readonly content_security_policy: unknown;
  readonly background: unknown;
}

const OWN: Readonly<Record<Target, Record<string, unknown>>> = {
  chromium: { minimum_chrome_version: '148', background: { service_worker: 'worker.js' } },
  firefox: {
    browser_specific_settings: { gecko: { id: 'paperkin@paperkin.example', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } } },
    background: { scripts: ['worker-later.js', 'worker.js'] },
  },
};

test.each(['chromium', 'firefox'] as const)('%s: asks for what is promised and nothing else', (target) => {
  const manifest = manifestFor(target) as unknown as Manifest;
  expect(manifest).toMatchObject({ manifest_version: 3, externally_connectable: { ids: [] }, ...OWN[target] });
  expect(manifest.permissions).toEqual(PROMISED.permissions);
  expect(manifest.optional_host_permissions).toEqual(PROMISED.optional);
  const [marks, lens, ...more] = manifest.content_scripts;
  expect(marks?.matches).toEqual(PROMISED.matches);
  expect(lens?.matches).toEqual(PROMISED.lists);
  expect(more).toEqual([]);
  // The sites again, for Chromium alone: Firefox starts the content script in open tabs by itself.
  expect(manifest.host_permissions).toEqual(target === 'chromium' ? PROMISED.matches : undefined);
  expect(manifest.content_security_policy).toEqual({ extension_pages: PROMISED.policy });
  expect(Object.fromEntries(Object.entries(manifest.commands).map(([name, command]) => [name, command.suggested_key?.default]))).toEqual(PROMISED.shortcuts);
});

test.each(['chromium', 'firefox'] as const)('%s: no key that was not thought about, so no web-accessible file, no page of the open web', (target) => {
  expect(Object.keys(manifestFor(target)).filter((key) => !KEYS.has(key)).sort()).toEqual(Object.keys(OWN[target]).filter((key) => !KEYS.has(key)));
  const { optional_host_permissions: _, ...required } = manifestFor(target);
  expect(JSON.stringify(required)).not.toMatch(/<all_urls>|\*:\/\/|https:\/\/\*\/|http:|web_accessible/);
});
