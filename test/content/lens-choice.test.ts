import { expect, it } from 'vitest';
import { lensName, readLens, UNCHANGED } from '../../src/content/lens-choice.ts';

it.each<[string, unknown, object]>([
  ['nothing', undefined, {}],
  ['a choice', { ...UNCHANGED, sort: true, shown: false }, { sort: true, shown: false }],
  ['half of one', { dim: true }, { dim: true }],
  ['what is no choice', 'sort', {}],
  ['values of another kind', { sort: 1, dim: 'true', hide: true }, { hide: true }],
  ['names that mean something else', { __proto__: { sort: true }, constructor: true }, {}],
])('reads %s from what is stored', async (_, stored, expected) => {
  expect(await readLens(async () => stored, 'arxiv.org')).toEqual({ ...UNCHANGED, ...expected });
});

it('does not need a store that answers', async () => {
  expect(await readLens(() => Promise.reject(new Error('damaged')), 'arxiv.org')).toEqual(UNCHANGED);
});

it('keeps each site apart', () => {
  expect(lensName('arxiv.org')).not.toBe(lensName('huggingface.co'));
});
