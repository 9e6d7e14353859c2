import { describe, expect, test } from 'vitest';
import { idsIn, idsOfLinks } from '../../src/mentions/ids-in-text.ts';

const ids = (text: string): string[] => {
  const steps = idsIn(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.map(({ start, end, arxivId, doi }) => `${arxivId ?? doi} at ${text.slice(start, end)}`);
  }
};

describe('ids in a text', () => {
  test.each<[text: string, found: string[]]>([
    ['see arXiv:1711.10925v3 [cs.CV]', ['1711.10925 at arXiv:1711.10925v3']],
    ['arXiv preprint arXiv:1711.10925, 2017.', ['1711.10925 at arXiv:1711.10925']],
    ['https://arxiv.org/abs/hep-th/9809096', ['hep-th/9809096 at arxiv.org/abs/hep-th/9809096']],
    ['arxiv.org/pdf/1711.10925.pdf', ['1711.10925 at arxiv.org/pdf/1711.10925']],
    ['huggingface.co/papers/1711.10925', ['1711.10925 at huggingface.co/papers/1711.10925']],
    ['arXiv:\uE0001711.10925\uE000', ['1711.10925 at arXiv:\uE0001711.10925']],
    ['doi:10.1000/ABC.1, and', ['10.1000/abc.1 at 10.1000/ABC.1']],
    ['https://doi.org/10.48550/arXiv.1711.10925', ['1711.10925 at 10.48550/arXiv.1711.10925']],
    ['from 1711.10925 to 1711.10926', []],
    ['arXiv:1711.109251', []],
    ['arXiv:9999.10925', []],
    ['arXiv is a site. 1711.10925', []],
  ])('%s', (text, found) => expect(ids(text)).toEqual(found));

  test('are found wherever a long text is cut for reading', () => {
    for (const shift of [262_130, 262_140, 262_144, 262_150]) expect(ids(`${'x '.repeat(shift / 2)} arXiv:1711.10925 end`)).toEqual(['1711.10925 at arXiv:1711.10925']);
  });
});

describe('ids behind links', () => {
  test.each<[href: string, id: string | undefined]>([
    ['https://arxiv.org/abs/1711.10925v2', '1711.10925'],
    ['https://www.alphaxiv.org/abs/1711.10925', '1711.10925'],
    ['https://doi.org/10.1000/abc', '10.1000/abc'],
    ['https://dl.example.org/doi/10.1145/123.456', '10.1145/123.456'],
    ['https://dl.example.org/doi/10.1145%2F123.456?x=1', '10.1145/123.456'],
    ['https://arxiv.org.evil.example/abs/1711.10925', undefined],
    ['https://example.org/?q=%E0%A4%A', undefined],
    ['javascript:alert(1)', undefined],
  ])('%s', (href, id) => expect(idsOfLinks([{ start: 0, end: 5, href }]).map(({ arxivId, doi }) => arxivId ?? doi)).toEqual(id === undefined ? [] : [id]));
});
