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
    // Sites that the reader enables.
    ['https://openreview.net/forum?id=Hyvw0L9el', 'OpenReview forum'],
    ['https://openreview.net/forum?id=Hyvw0L9el&noteId=x', 'OpenReview forum'],
    ['https://openreview.net/group?id=ICLR.cc/2025/Conference', 'OpenReview list'],
    ['https://openreview.net/profile?id=~Ada_Sample1', 'OpenReview list'],
    ['https://openreview.net/', 'page with citation metadata'],
    ['https://aclanthology.org/2021.naacl-main.208/', 'ACL Anthology paper'],
    ['https://aclanthology.org/P19-1001', 'ACL Anthology paper'],
    ['https://aclanthology.org/volumes/2021.naacl-main/', 'ACL Anthology listing'],
    ['https://aclanthology.org/events/naacl-2021/', 'ACL Anthology listing'],
    ['https://aclanthology.org/people/sam-wiseman/', 'ACL Anthology listing'],
    ['https://aclanthology.org/venues/', 'page with citation metadata'],
    ['https://aclanthology.org/2021.naacl-main.208.pdf', 'page with citation metadata'],
    ['https://proceedings.mlr.press/v253/', 'PMLR volume'],
    ['https://proceedings.mlr.press/v253/index.html', 'PMLR volume'],
    ['https://proceedings.mlr.press/r1', 'PMLR volume'],
    ['https://proceedings.mlr.press/v253/ashman24a.html', 'PMLR paper'],
    ['https://proceedings.mlr.press/', 'page with citation metadata'],
    ['https://proceedings.mlr.press/faq.html', 'page with citation metadata'],
    ['https://papers.nips.cc/paper_files/paper/2023', 'NeurIPS proceedings'],
    ['https://papers.nips.cc/paper/2014', 'NeurIPS proceedings'],
    ['https://proceedings.neurips.cc/paper_files/paper/2025/vol38-main-conference', 'NeurIPS proceedings'],
    ['https://proceedings.neurips.cc/paper_files/paper/2023/hash/abc-Abstract-Conference.html', 'NeurIPS paper'],
    ['https://papers.nips.cc/paper/2014/hash/abc-Abstract.html', 'NeurIPS paper'],
    ['https://papers.nips.cc/', 'page with citation metadata'],
    ['https://openaccess.thecvf.com/CVPR2024?day=all', 'CVF conference'],
    ['https://openaccess.thecvf.com/CVPR2018.py', 'CVF conference'],
    ['https://openaccess.thecvf.com/content/CVPR2024/html/A_B_CVPR_2024_paper.html', 'CVF paper'],
    ['https://openaccess.thecvf.com/content_cvpr_2018/html/A_B_CVPR_2018_paper.html', 'CVF paper'],
    ['https://openaccess.thecvf.com/menu', 'page with citation metadata'],
    ['https://www.semanticscholar.org/paper/Deep-Image-Prior/00aa', 'Semantic Scholar paper'],
    ['https://www.semanticscholar.org/search?q=gan', 'Semantic Scholar listing'],
    ['https://www.semanticscholar.org/author/A/1', 'Semantic Scholar listing'],
    ['https://www.semanticscholar.org/product', 'page with citation metadata'],
    ['https://scholar.google.com/scholar?q=quantum+theory', 'Google Scholar results'],
    ['https://scholar.google.co.jp/scholar?cites=1', 'Google Scholar results'],
    ['https://scholar.google.com.br/scholar?cluster=1', 'Google Scholar results'],
    ['https://scholar.google.de/citations?user=x&hl=de', 'Google Scholar profile'],
    ['https://scholar.google.com/sorry/index?continue=x', 'page with citation metadata'],
    ['https://scholar.google.example.com/scholar?q=x', 'page with citation metadata'],
    ['https://dblp.org/pid/00/1.html', 'dblp list'],
    ['https://dblp.uni-trier.de/db/conf/iclr/iclr2020.html', 'dblp list'],
    ['https://github.com/sample/list', 'GitHub readme'],
    ['https://github.com/sample/list/blob/main/README.md', 'GitHub readme'],
    ['https://github.com/sample/list/issues/1', 'page with citation metadata'],
    ['https://github.com/sample', 'page with citation metadata'],
    ['https://link.springer.com/article/10.1007/s10924-010-0192-1', 'page with citation metadata'],
    // Hosts that look like those of an adapter are none of its own: of any page only the metadata is read, and only where the reader has enabled it.
    ['https://arxiv.org.example.com/abs/1701.07875', 'page with citation metadata'],
    ['https://notarxiv.org/abs/1701.07875', 'page with citation metadata'],
    ['https://example.com/?https://arxiv.org/abs/1701.07875', 'page with citation metadata'],
    ['https://web.archive.org/web/2024/https://elsewhere.example/?paperswithcode.com', 'page with citation metadata'],
    ['https://web.archive.org/web/2024*/https://paperswithcode.com/', 'page with citation metadata'],
    ['https://openreview.net.example.com/forum?id=x', 'page with citation metadata'],
    ['http://example.com/', undefined],
    ['about:blank', undefined],
  ])('%s is read as %s', (address, site) => {
    expect(siteFor(new URL(address))?.site.name).toBe(site);
  });
});
