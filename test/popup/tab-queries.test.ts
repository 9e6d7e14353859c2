import { describe, expect, test } from 'vitest';
import { tabQueries } from '../../src/popup/tab-queries.ts';

describe('what a tab says of its paper', () => {
  test.each<[url: string | undefined, title: string | undefined, queries: string[]]>([
    ['https://arxiv.org/pdf/1711.10925', 'Deep Image Prior', ['https://arxiv.org/pdf/1711.10925', 'arXiv:1711.10925', 'Deep Image Prior']],
    ['https://people.example.org/papers/1711.10925v2.pdf', undefined, ['https://people.example.org/papers/1711.10925v2.pdf', 'arXiv:1711.10925']],
    ['file:///papers/1711.10925%20prior.pdf', '1711.10925 prior.pdf', ['file:///papers/1711.10925%20prior.pdf', 'arXiv:1711.10925', '1711.10925 prior.pdf', '1711.10925 prior']],
    ['https://link.example.org/content/pdf/10.1007%2Fs10924-010-0192-1.pdf', undefined, ['https://link.example.org/content/pdf/10.1007%2Fs10924-010-0192-1.pdf', 'doi:10.1007/s10924-010-0192-1']],
    ['https://dl.example.org/doi/10.1145/123.456/pdf', undefined, ['https://dl.example.org/doi/10.1145/123.456/pdf', 'doi:10.1145/123.456']],
    [undefined, 'Deep Image Prior - Viewer', ['Deep Image Prior - Viewer', 'Deep Image Prior']],
    [undefined, '[1711.10925] Deep Image Prior', ['Deep Image Prior']],
    ['https://example.org/2024.0101/x', undefined, ['https://example.org/2024.0101/x']],
    [undefined, undefined, []],
  ])('%s, %s', (url, title, queries) => expect(tabQueries({ ...(url !== undefined && { url }), ...(title !== undefined && { title }) })).toEqual(queries));

  test('nothing longer than the worker takes', () => expect(tabQueries({ url: `https://example.org/${'x'.repeat(2000)}`, title: 'y'.repeat(2000) })).toEqual([]));
});
