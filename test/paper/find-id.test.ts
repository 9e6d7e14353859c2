import { expect, test } from 'vitest';
import { findArxivId } from '../../src/paper/find-id.ts';

test.each([
  ['1711.10925', '1711.10925'],
  ['  math.GT/0202001v2 ', 'math/0202001'],
  ['arXiv:1711.10925v4  [cs.CV]  17 May 2020', '1711.10925'],
  ['In: arXiv preprint arXiv:1306.0638 , 2013.', '1306.0638'],
  ['see https://arxiv.org/pdf/1711.10925v2.', '1711.10925'],
  ['(www.arxiv.org/abs/hep-th/9809096)', 'hep-th/9809096'],
  ['huggingface.co/papers/1711.10925', '1711.10925'],
  ['https://doi.org/10.48550/arXiv.1711.10925', '1711.10925'],
  ['doi:10.48550/arXiv.1711.10925', '1711.10925'],
  ['A. Author. A title. 10.48550/arXiv.1711.10925.', '1711.10925'],
  ['arXiv:1711.10925 (https://arxiv.org/abs/1711.10925v3)', '1711.10925'],
])('%s', (text, id) => expect(findArxivId(text)?.id).toBe(id));

test.each([
  '', 'Deep nets', 'detection of a 1501.99998 distant galaxy', 'pages 1711.10925 and so on', 'arXiv:1711.10925 and arXiv:1711.10926', 'https://evil.example/arxiv.org/abs/1711.10925',
  'notarxiv.org/abs/1711.10925',
])('none, or no single one, in %j', (text) => expect(findArxivId(text)).toBeUndefined());

test('a long text is cut, whatever it repeats', () => {
  for (const piece of ['arXiv:', 'https://', 'arxiv.org/', '10.48550/arxiv.', ' ', '1711.10925 ']) expect(findArxivId(piece.repeat(50_000))).toBeUndefined();
});
