import { describe, expect, it } from 'vitest';
import { arxivIdAfter, linkTarget, originalAddress, pathParts } from '../../src/sites/address.ts';
import { parsePage } from './read-page.ts';

const STAMPED = 'https://web.archive.org/web/20240610121314';

describe('originalAddress', () => {
  it.each([
    [`${STAMPED}/https://paperswithcode.com/paper/a-title`, 'https://paperswithcode.com/paper/a-title'],
    [`${STAMPED}id_/https://paperswithcode.com/search?q=gan&page=2#top`, 'https://paperswithcode.com/search?q=gan&page=2#top'],
    [`${STAMPED}/http:/paperswithcode.com/latest`, 'http://paperswithcode.com/latest'],
    ['https://web.archive.org/web/2024/paperswithcode.com/latest', 'https://paperswithcode.com/latest'],
    ['https://web.archive.org/web/20240601000000*/https://paperswithcode.com/', 'https://web.archive.org/web/20240601000000*/https://paperswithcode.com/'],
    ['https://web.archive.org/save', 'https://web.archive.org/save'],
    [`${STAMPED}/https://elsewhere.example/?paperswithcode.com`, 'https://elsewhere.example/?paperswithcode.com'],
    ['https://example.org/web/2024/https://paperswithcode.com/', 'https://example.org/web/2024/https://paperswithcode.com/'],
  ])('%s → %s', (address, original) => {
    expect(originalAddress(new URL(address)).href).toBe(original);
  });
});

describe('linkTarget', () => {
  it.each([
    ['/paper/x', 'https://paperswithcode.com/latest', 'https://paperswithcode.com/paper/x'],
    ['paper/x', 'https://paperswithcode.com/', 'https://paperswithcode.com/paper/x'],
    ['//arxiv.org/abs/1701.07875', 'https://paperswithcode.com/', 'https://arxiv.org/abs/1701.07875'],
    ['/web/20240610121314/https://paperswithcode.com/paper/x', `${STAMPED}/https://paperswithcode.com/`, 'https://paperswithcode.com/paper/x'],
    [`${STAMPED}/https://arxiv.org/abs/1701.07875`, `${STAMPED}/https://paperswithcode.com/`, 'https://arxiv.org/abs/1701.07875'],
    ['/paper/x', `${STAMPED}/https://paperswithcode.com/method/gan`, 'https://paperswithcode.com/paper/x'],
    ['javascript:alert(1)', 'https://paperswithcode.com/', undefined],
    ['http://[', 'https://paperswithcode.com/', undefined],
  ])('%s on %s → %s', (href, page, target) => {
    const link = parsePage('<a></a>', page).querySelector('a')!;
    link.setAttribute('href', href);
    expect(linkTarget(link, new URL(page))?.href).toBe(target);
  });
});

describe('arxivIdAfter', () => {
  it.each([
    ['https://arxiv.org/abs/1701.07875v3', '1701.07875'],
    ['https://arxiv.org/abs/math.GT/0202001', 'math/0202001'],
    ['https://arxiv.org/abs/hep-th%2F9809096/', 'hep-th/9809096'],
    ['https://arxiv.org/abs/1701.07875/extra', undefined],
    ['https://arxiv.org/abs/hello', undefined],
    ['https://arxiv.org/list/1701.07875', undefined],
    ['https://arxiv.org/abs/%E0%A4%A', undefined],
  ])('%s → %s', (address, id) => {
    expect(arxivIdAfter(new URL(address), 'abs')).toBe(id);
  });

  it('leaves a path that cannot be decoded as it is', () => {
    expect(pathParts(new URL('https://arxiv.org/abs/%E0%A4%A'))).toEqual(['abs', '%E0%A4%A']);
  });
});
