import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arxivIdOfDoi, parseDoi } from '../../src/paper/doi.ts';
import { hostileText } from './hostile-text.ts';

test.each([
  ['10.1000/182', '10.1000/182'],
  ['doi:10.1000/ABC.Def', '10.1000/abc.def'],
  ['DOI: 10.1000/182', '10.1000/182'],
  ['https://doi.org/10.1000/182', '10.1000/182'],
  ['http://dx.doi.org/10.1000%2F182', '10.1000/182'],
  ['https://doi.org/10.1000/a%3Cb%3Ec?source=x#y', '10.1000/a<b>c'],
  ['doi.org/10.1000/182', '10.1000/182'],
  ['10.1000%2F182', '10.1000/182'],
  ['10.1000/182.', '10.1000/182'],
  ['10.1000/182),', '10.1000/182'],
  ['10.1016/0022-1236(89)90051-5', '10.1016/0022-1236(89)90051-5'],
  ['10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2', '10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2'],
  ['10.1000/182 and more', '10.1000/182'],
  ['10.48550/arXiv.1711.10925', '10.48550/arxiv.1711.10925'],
])('%s', (text, doi) => expect(parseDoi(text)).toBe(doi));

test.each(['', '10.1000', '10.1000/', '10.10/182', '11.1000/182', 'see 10.1000/182', 'https://evil.example/10.1000/182', '10.1000/"', `10.1000/${'x'.repeat(400)}`])('none in %j', (text) => {
  expect(parseDoi(text)).toBeUndefined();
});

test('a DOI reads back as itself, and no text throws', () => {
  fc.assert(
    fc.property(fc.oneof(hostileText(), fc.string().map((suffix) => `10.1000/${suffix}`)), (text) => {
      const doi = parseDoi(text);
      return doi === undefined || parseDoi(doi) === doi;
    }),
  );
});

test.each([
  ['10.48550/arXiv.1711.10925', '1711.10925'],
  ['10.48550/ARXIV.1711.10925v3', '1711.10925'],
  ['10.48550/arxiv.math/0202001', 'math/0202001'],
  ['10.48550/other.1711.10925', undefined],
  ['10.1000/arxiv.1711.10925', undefined],
])('arXiv id of %s', (doi, id) => expect(arxivIdOfDoi(doi)?.id).toBe(id));
