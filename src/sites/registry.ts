import { arxivAbs } from './arxiv-abs.ts';
import { arxivList } from './arxiv-list.ts';
import { alphaxiv } from './alphaxiv.ts';
import { arxivHtml } from './arxiv-html.ts';
import { arxivPdf } from './arxiv-pdf.ts';
import { arxivSearch } from './arxiv-search.ts';
import { citationPage } from './citation-page.ts';
import { huggingFace } from './hugging-face.ts';
import { huggingFacePaper } from './hugging-face-paper.ts';
import { papersWithCode } from './papers-with-code.ts';
import { papersWithCodePaper } from './papers-with-code-paper.ts';
import type { PageKind, Site } from './site.ts';

/** Every adapter, in the order they are asked: the one for any page with metadata comes last. */
export const SITES: readonly Site[] = [arxivAbs, arxivList, arxivSearch, arxivHtml, arxivPdf, huggingFace, huggingFacePaper, papersWithCode, papersWithCodePaper, alphaxiv, citationPage];

/** The adapter for an address and what kind of page it stands for; undefined where no adapter has anything to say. */
export function siteFor(url: URL): { readonly site: Site; readonly kind: PageKind } | undefined {
  for (const site of SITES) {
    const kind = site.matches(url);
    if (kind !== undefined) return { site, kind };
  }
  return undefined;
}
