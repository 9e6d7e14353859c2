import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arxivIdFromUrl } from '../../src/paper/arxiv-url.ts';
import { hostileText } from './hostile-text.ts';

test.each([
  ['https://arxiv.org/abs/1711.10925', '1711.10925'],
  ['http://www.arxiv.org/abs/1711.10925v4?context=cs.LG#x', '1711.10925'],
  ['https://export.arxiv.org/pdf/1711.10925v4.pdf', '1711.10925'],
  ['https://browse.arxiv.org/html/2301.00001v1/', '2301.00001'],
  ['https://arxiv.org/html/2301.00001v1/x1.png', '2301.00001'],
  ['https://arxiv.org/format/math.GT/0202001', 'math/0202001'],
  ['https://arxiv.org/e-print/hep-th/9809096v1', 'hep-th/9809096'],
  ['https://arxiv.org/src/0704.0001', '0704.0001'],
  ['https://arxiv.org/ps/hep-th%2F9809096', 'hep-th/9809096'],
  ['https://ARXIV.org./abs/1711.10925', '1711.10925'],
  ['https://xxx.lanl.gov/abs/hep-th/9809096', 'hep-th/9809096'],
  ['https://ar5iv.labs.arxiv.org/html/1711.10925', '1711.10925'],
  ['https://ar5iv.org/abs/math/0202001', 'math/0202001'],
  ['https://www.alphaxiv.org/abs/1711.10925v2', '1711.10925'],
  ['https://alphaxiv.org/overview/1711.10925', '1711.10925'],
  ['https://www.alphaxiv.org/zh/overview/1711.10925v1', '1711.10925'],
  ['https://www.alphaxiv.org/overview/1711.10925/fr', '1711.10925'],
  ['https://www.alphaxiv.org/replicate/1711.10925', '1711.10925'],
  ['https://www.alphaxiv.org/audio/1711.10925', '1711.10925'],
  ['https://huggingface.co/papers/1711.10925', '1711.10925'],
  ['https://scirate.com/arxiv/1711.10925', '1711.10925'],
  ['https://www.arxiv-vanity.com/papers/1711.10925/', '1711.10925'],
  ['https://doi.org/10.48550/arXiv.1711.10925', '1711.10925'],
  ['https://dx.doi.org/10.48550/ARXIV.math/0202001', 'math/0202001'],
  ['https://web.archive.org/web/20230101000000/https://arxiv.org/abs/1711.10925', '1711.10925'],
  ['https://web.archive.org/web/20230101000000id_/http:/arxiv.org/abs/1711.10925', '1711.10925'],
  ['http://web.archive.org/web/2023if_/arxiv.org/pdf/1711.10925v1', '1711.10925'],
  ['https://web.archive.org/web/2024*/https://huggingface.co/papers/1711.10925', '1711.10925'],
])('%s', (address, id) => {
  expect(arxivIdFromUrl(address)?.id).toBe(id);
  expect(arxivIdFromUrl(new URL(address))?.id).toBe(id);
});

test.each([
  '', 'nonsense', 'arxiv.org/abs/1711.10925', 'ftp://arxiv.org/abs/1711.10925', 'javascript:"https://arxiv.org/abs/1711.10925"',
  'https://arxiv.org/', 'https://arxiv.org/list/cs.LG/2301', 'https://arxiv.org/a/1711.10925', 'https://arxiv.org/abs/', 'https://arxiv.org/abs/1713.10925', 'https://arxiv.org/search/?query=1711.10925',
  'https://evilarxiv.org/abs/1711.10925', 'https://arxiv.org.evil.example/abs/1711.10925', 'https://evil.example/arxiv.org/abs/1711.10925', 'https://evil.example/?u=https://arxiv.org/abs/1711.10925',
  'https://arxiv.org@evil.example/abs/1711.10925', 'https://info.arxiv.org/abs/1711.10925', 'https://huggingface.co/datasets/1711.10925', 'https://huggingface.co/papers/2024-01-01',
  'https://doi.org/10.1000/1711.10925', 'https://web.archive.org/web/2023/https://web.archive.org/web/2023/https://arxiv.org/abs/1711.10925', 'https://arxiv.org/abs/%E0%A4%A',
])('nothing in %j', (address) => expect(arxivIdFromUrl(address)).toBeUndefined());

test('no text throws', () => {
  const addresses = fc.tuple(fc.constantFrom('', 'https://arxiv.org/abs/', 'https://web.archive.org/web/2023/', 'https://doi.org/10.48550/', 'https://'), hostileText()).map((parts) => parts.join(''));
  fc.assert(fc.property(addresses, (address) => void arxivIdFromUrl(address)));
});
