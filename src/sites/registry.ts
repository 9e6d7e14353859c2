import { aclAnthologyList, aclAnthologyPaper } from './acl-anthology.ts';
import { arxivAbs } from './arxiv-abs.ts';
import { arxivList } from './arxiv-list.ts';
import { alphaxiv } from './alphaxiv.ts';
import { arxivHtml } from './arxiv-html.ts';
import { arxivPdf } from './arxiv-pdf.ts';
import { arxivSearch } from './arxiv-search.ts';
import { citationPage } from './citation-page.ts';
import { cvfConference, cvfPaper } from './cvf.ts';
import { dblp } from './dblp.ts';
import { githubReadme } from './github-readme.ts';
import { scholarProfile, scholarResults } from './google-scholar.ts';
import { huggingFace } from './hugging-face.ts';
import { huggingFacePaper } from './hugging-face-paper.ts';
import { neuripsPaper, neuripsYear } from './neurips.ts';
import { openreviewForum, openreviewList } from './openreview.ts';
import { papersWithCode } from './papers-with-code.ts';
import { papersWithCodePaper } from './papers-with-code-paper.ts';
import { pmlrPaper, pmlrVolume } from './pmlr.ts';
import { semanticScholarList, semanticScholarPaper } from './semantic-scholar.ts';
import type { PageKind, Site } from './site.ts';

const WITH_THE_EXTENSION = [arxivAbs, arxivList, arxivSearch, arxivHtml, arxivPdf, huggingFace, huggingFacePaper, papersWithCode, papersWithCodePaper, alphaxiv];
const PROCEEDINGS = [openreviewForum, openreviewList, aclAnthologyPaper, aclAnthologyList, pmlrPaper, pmlrVolume, neuripsPaper, neuripsYear, cvfPaper, cvfConference];
const INDEXES = [semanticScholarPaper, semanticScholarList, scholarResults, scholarProfile, dblp, githubReadme];

/** Every adapter, in the order they are asked: the one for any page with metadata comes last. All but the first run where the reader has enabled them. */
export const SITES: readonly Site[] = [...WITH_THE_EXTENSION, ...PROCEEDINGS, ...INDEXES, citationPage];

/** The adapter for an address and what kind of page it stands for; undefined where no adapter has anything to say. */
export function siteFor(url: URL): { readonly site: Site; readonly kind: PageKind } | undefined {
  for (const site of SITES) {
    const kind = site.matches(url);
    if (kind !== undefined) return { site, kind };
  }
  return undefined;
}
