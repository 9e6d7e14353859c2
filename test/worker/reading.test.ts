import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../../src/library/memory-store.ts';
import type { Change } from '../../src/library/store.ts';
import { READER_RULES } from '../../src/messages/reader-rules.ts';
import { openReader } from '../../src/worker/reader-answers.ts';
import { MemoryNotebook } from '../browser/fake-database.ts';
import { SHIPPED } from '../library/open-reader.ts';
import { VALID } from '../messages/reader-samples.ts';

/** What only looks. Everything else is asked for by a click of the reader. */
const LOOKING = [
  'standing', 'collections', 'papers', 'paperIds', 'detail', 'duplicates', 'mergePreview', 'tags', 'sources', 'lenses', 'settings', 'formats', 'jobs', 'preview', 'exportText', 'snapshots', 'restorePreview', 'storage',
];

const open = () => {
  const store = new MemoryStore();
  const notebook = new MemoryNotebook();
  const commits: (readonly Change[])[] = [];
  store.beforeCommit = (changes) => commits.push(changes);
  return { ...openReader({ store, notebook, bundled: () => Promise.resolve(SHIPPED) }), notebook, commits };
};

describe('what a private window asks for writes nothing', () => {
  test.each(LOOKING)('%s', async (name) => {
    const { answers, commits, notebook } = open();
    for (const payload of VALID[name] ?? []) {
      // Of an empty library some of it is refused; no refusal writes either.
      await Promise.resolve(payload).then((answers as unknown as Record<string, (ask: unknown) => unknown>)[name]).catch(() => undefined);
    }
    expect(commits).toEqual([]);
    expect(notebook.values.size).toBe(0);
  });

  test('the upkeep of a library that holds nothing', async () => {
    const { reader, commits, notebook } = open();
    await reader.upkeep();
    expect(commits).toEqual([]);
    expect(notebook.values.size).toBe(0);
  });

  test('every message is thought about', () => {
    expect(LOOKING.filter((name) => !(name in READER_RULES))).toEqual([]);
  });
});
