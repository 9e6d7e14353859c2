import { expect, test, vi } from 'vitest';
import { openLibrary } from '../../src/library/library.ts';
import { files } from './packaged.ts';

const bytesOf = (file: string): ArrayBuffer => {
  const content = files.get(file.replace(/^collection\//, '')) ?? '';
  return (typeof content === 'string' ? new TextEncoder().encode(content) : content).slice().buffer;
};
const SEARCHED = ['collection/search-titles.bin', 'collection/search-abstracts.bin', 'collection/abstracts.json', 'collection/neighbours.json'];

test('the first search has all its files read beside each other, each once', async () => {
  const read: string[] = [];
  let answer: () => void = () => undefined;
  const held = new Promise<void>((done) => (answer = done));
  const library = openLibrary(async (file) => {
    read.push(file);
    if (SEARCHED.includes(file)) await held;
    return bytesOf(file);
  });
  const searched = library.search('wasserstein', 10);
  // None of them is answered before all are asked for.
  await vi.waitFor(() => expect(read.filter((file) => SEARCHED.includes(file)).sort()).toEqual([...SEARCHED].sort()));
  answer();
  expect((await searched).hits.length).toBeGreaterThan(0);
  while (!(await library.search('wasserstein', 10)).complete);
  await library.search('image', 10);
  expect(read.filter((file) => SEARCHED.includes(file)).sort()).toEqual([...SEARCHED].sort());
});

test.each(SEARCHED)('where %s could not be read, the next search reads it again', async (broken) => {
  let failures = 0;
  const library = openLibrary((file) => (file === broken && failures++ === 0 ? Promise.reject(new Error('not now')) : Promise.resolve(bytesOf(file))));
  const first = await library.search('wasserstein', 10).catch(() => undefined);
  let reply = await library.search('wasserstein', 10);
  for (let tries = 0; tries < 5 && !reply.complete; tries++) reply = await library.search('wasserstein', 10);
  expect(failures).toBeGreaterThan(1);
  expect(first?.complete ?? false).toBe(false);
  expect(reply).toMatchObject({ complete: true });
  expect(reply.hits.length).toBeGreaterThan(0);
});
