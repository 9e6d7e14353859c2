import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { hostMatches } from '../../src/browser/match-pattern.ts';
import { optionalSite } from '../../src/sites/optional-sites.ts';

describe('what the reader may enable', () => {
  test.each<[address: string, name: string | undefined, origin: string | undefined, hasAdapter: boolean]>([
    ['https://openreview.net/forum?id=1', 'OpenReview', 'https://openreview.net/*', true],
    ['https://aclanthology.org/volumes/2021.naacl-main/', 'the ACL Anthology', 'https://aclanthology.org/*', true],
    ['https://scholar.google.co.jp/scholar?q=x', 'Google Scholar', 'https://scholar.google.co.jp/*', true],
    ['https://dblp.uni-trier.de/pid/1.html', 'dblp', 'https://dblp.uni-trier.de/*', true],
    ['https://github.com/a/b', 'GitHub', 'https://github.com/*', true],
    ['https://link.springer.com/article/1', 'link.springer.com', 'https://link.springer.com/*', false],
    ['https://bücher.example/', 'xn--bcher-kva.example', 'https://xn--bcher-kva.example/*', false],
    // Where we always run, or never can.
    ['https://arxiv.org/abs/1711.10925', undefined, undefined, false],
    ['https://huggingface.co/models', undefined, undefined, false],
    ['https://www.alphaxiv.org/', undefined, undefined, false],
    ['http://example.org/', undefined, undefined, false],
    ['https://example.org:8443/', undefined, undefined, false],
    ['https://127.0.0.1/', undefined, undefined, false],
    ['https://[::1]/', undefined, undefined, false],
    ['https://localhost/', undefined, undefined, false],
    ['file:///paper.pdf', undefined, undefined, false],
    ['chrome://extensions/', undefined, undefined, false],
    ['about:blank', undefined, undefined, false],
  ])('%s → %s', (address, name, origin, hasAdapter) => {
    expect(optionalSite(new URL(address))).toEqual(name === undefined ? undefined : { name, origin, hasAdapter });
  });

  test('asks for no more than the manifest allows, and never for all sites', () => {
    const { origin = '' } = optionalSite(new URL('https://journals.example.org/x')) ?? {};
    expect(origin).not.toContain('//*');
    expect(manifest.optional_host_permissions.some((pattern) => hostMatches(pattern, origin.replace('*', '')))).toBe(true);
  });
});
