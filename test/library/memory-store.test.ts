import { expect, test } from 'vitest';
import { MemoryStore } from '../../src/library/memory-store.ts';
import { record, storeContract } from './store-contract.ts';

storeContract('the store in memory', () => Promise.resolve(new MemoryStore()));

test('a commit that fails leaves everything as it was', async () => {
  const store = new MemoryStore();
  store.beforeCommit = () => {
    throw new Error('full');
  };
  await expect(store.commit([{ put: 'record', row: record(1) }])).rejects.toThrow('full');
  expect(await store.state()).toEqual({ change: 0, nextId: 1, oldest: 0 });
  expect(await store.count('record')).toBe(0);
});
