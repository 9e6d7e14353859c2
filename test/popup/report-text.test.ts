import { describe, expect, it } from 'vitest';
import { bareAddress, browserName, factsOf, reportText } from '../../src/popup/report-text.ts';
import { report } from './samples.ts';

describe('the report of a page', () => {
  const text = reportText(factsOf({ ...report, url: 'https://arxiv.org/search/?query=my%20secret+topic&searchtype=all#x', marked: 2, unread: 1, spent: 31 }), '0.1.0', 'Firefox 153');

  it('says what was found in numbers', () => {
    expect(text).toContain('Read as: arXiv listing');
    expect(text).toContain(`Titles found: ${report.entries.length}`);
    expect(text).toContain('Could not be read: 1');
    expect(text).toContain('Time spent on the page: 31 ms');
  });

  it('holds no word of the collection, of the page’s titles or of what was searched for', () => {
    const words = report.entries.flatMap(({ title, arxivId, identity, relation }) => [title, arxivId, identity?.paper.title, identity?.paper.key, relation?.nearest.title].concat(relation?.terms ?? []));
    expect(words.filter((word) => word !== undefined && word !== '' && text.includes(word))).toEqual([]);
    expect(words.length).toBeGreaterThan(5);
    expect(text).not.toMatch(/secret|topic|0\.7/);
  });
});

it.each([
  ['https://arxiv.org/list/cs.LG/new', 'https://arxiv.org/list/cs.LG/new'],
  ['https://arxiv.org/search/?query=a&query=b&start=50', 'https://arxiv.org/search/?query&start'],
  ['https://user:word@arxiv.org/list/cs.LG/new#item5', 'https://arxiv.org/list/cs.LG/new'],
  ['', 'unknown'],
])('%s is told as %s', (address, told) => {
  expect(bareAddress(address)).toBe(told);
});

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153'],
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'Chrome 156'],
  ['something else', 'unknown browser'],
])('%s is %s', (agent, name) => {
  expect(browserName(agent)).toBe(name);
});
