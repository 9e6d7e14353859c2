import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { siteFor, SITES } from '../../src/sites/registry.ts';

const FOLDER = fileURLToPath(new URL('../../src/sites/', import.meta.url));

describe('the registry', () => {
  it('has every adapter that a file exports', async () => {
    const exported = new Set<unknown>();
    for (const file of readdirSync(FOLDER).filter((file) => file !== 'registry.ts')) {
      const room = (await import(new URL(`../../src/sites/${file}`, import.meta.url).href)) as Record<string, unknown>;
      for (const value of Object.values(room)) if (typeof value === 'object' && value !== null && 'matches' in value) exported.add(value);
    }
    expect(exported.size).toBeGreaterThan(8);
    expect(new Set(SITES)).toEqual(exported);
    expect(new Set(SITES.map(({ name }) => name)).size).toBe(SITES.length);
  });

  it.each<[address: string, site: string | undefined]>([
    ['https://arxiv.org/abs/1701.07875', 'arXiv abstract page'],
    ['https://export.arxiv.org/abs/hep-th/9809096v2?context=hep-th', 'arXiv abstract page'],
    ['https://arxiv.org/list/cs.LG/new', 'arXiv listing'],
    ['https://arxiv.org/list/hep-th/9612', 'arXiv listing'],
    ['https://arxiv.org/list/cs/2024-08?skip=50&show=25', 'arXiv listing'],
    ['https://arxiv.org/catchup/math/2011-02-03?abs=True', 'arXiv listing'],
    ['https://arxiv.org/a/warner_s_1', 'arXiv listing'],
    ['https://arxiv.org/search/?query=gan&searchtype=all', 'arXiv search'],
    ['https://arxiv.org/search/cs?query=gan', 'arXiv search'],
    ['https://arxiv.org/search/advanced?terms-0-term=gan', 'arXiv search'],
    ['https://arxiv.org/html/2408.90302v1', 'arXiv paper in HTML'],
    ['https://ar5iv.labs.arxiv.org/html/math/0202001', 'arXiv paper in HTML'],
    ['https://ar5iv.org/abs/1701.07875', 'arXiv paper in HTML'],
    ['https://arxiv.org/pdf/1701.07875v3', 'arXiv PDF'],
    ['https://arxiv.org/pdf/1701.07875.pdf', 'arXiv PDF'],
    ['https://huggingface.co/papers', 'Hugging Face Papers'],
    ['https://huggingface.co/papers/week/2024-W32', 'Hugging Face Papers'],
    ['https://huggingface.co/papers/month/2024-08', 'Hugging Face Papers'],
    ['https://huggingface.co/papers/trending?q=x', 'Hugging Face Papers'],
    ['https://huggingface.co/papers/2305.18466', 'Hugging Face paper'],
    ['https://paperswithcode.com/', 'Papers with Code listing'],
    ['https://www.paperswithcode.com/greatest?page=2', 'Papers with Code listing'],
    ['https://paperswithcode.com/task/image-generation/latest', 'Papers with Code listing'],
    ['https://paperswithcode.com/author/ian-goodfellow', 'Papers with Code listing'],
    ['https://paperswithcode.com/paper/a-title', 'Papers with Code paper'],
    ['https://web.archive.org/web/2024/https://paperswithcode.com/paper/a-title', 'Papers with Code paper'],
    ['https://web.archive.org/web/20240610121314/http://www.paperswithcode.com/sota/x', 'Papers with Code listing'],
    ['https://www.alphaxiv.org/abs/1701.07875v3', 'alphaXiv paper'],
    ['https://alphaxiv.org/overview/1701.07875', 'alphaXiv paper'],
    // Pages of supported hosts about no paper that we know: read for metadata only.
    ['https://arxiv.org/', 'page with citation metadata'],
    ['https://arxiv.org/format/1701.07875', 'page with citation metadata'],
    ['https://arxiv.org/archive/math', 'page with citation metadata'],
    ['https://arxiv.org/year/math/2024', 'page with citation metadata'],
    ['https://arxiv.org/category_taxonomy', 'page with citation metadata'],
    ['https://arxiv.org/catchup', 'page with citation metadata'],
    ['https://arxiv.org/list/math', 'page with citation metadata'],
    ['https://arxiv.org/html/math/0202001/node3.html', 'page with citation metadata'],
    ['https://huggingface.co/papers/submit', 'page with citation metadata'],
    ['https://paperswithcode.com/sota', 'page with citation metadata'],
    ['https://paperswithcode.com/methods', 'page with citation metadata'],
    // Other hosts, some of which look alike.
    ['https://arxiv.org.example.com/abs/1701.07875', undefined],
    ['https://notarxiv.org/abs/1701.07875', undefined],
    ['https://example.com/?https://arxiv.org/abs/1701.07875', undefined],
    ['https://web.archive.org/web/2024/https://elsewhere.example/?paperswithcode.com', undefined],
    ['https://web.archive.org/web/2024*/https://paperswithcode.com/', undefined],
    ['https://scholar.google.com/scholar?q=quantum+theory', undefined],
  ])('%s is read as %s', (address, site) => {
    expect(siteFor(new URL(address))?.site.name).toBe(site);
  });
});
