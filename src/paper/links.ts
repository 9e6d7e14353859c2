import type { Mention } from './paper.ts';
import { paperIds } from './paper-key.ts';
import { plainTitle } from './plain-title.ts';

export interface PaperLink {
  readonly label: string;
  /** Always https. */
  readonly url: string;
}

/** Where a paper can be read; without arXiv id a search for its title. Ids are checked, so a page cannot choose the host. */
export function linksOf(mention: Pick<Mention, 'title' | 'arxivId' | 'doi'>): readonly PaperLink[] {
  const { arxivId, doi } = paperIds(mention);
  const links: PaperLink[] = [];
  if (arxivId !== undefined) {
    links.push(
      { label: 'arXiv', url: `https://arxiv.org/abs/${arxivId}` },
      { label: 'PDF', url: `https://arxiv.org/pdf/${arxivId}` },
      { label: 'HTML', url: `https://arxiv.org/html/${arxivId}` },
      { label: 'Hugging Face', url: `https://huggingface.co/papers/${arxivId}` },
    );
  }
  if (doi !== undefined) links.push({ label: 'DOI', url: doiUrl(doi) });
  const title = plainTitle(mention.title);
  if (arxivId === undefined && title !== '') links.push({ label: 'Search arXiv', url: `https://arxiv.org/search/?${new URLSearchParams({ query: title, searchtype: 'title' })}` });
  return links;
}

function doiUrl(doi: string): string {
  const url = new URL('https://doi.org/');
  // The setter encodes what ends a path but takes `%` as already encoded.
  url.pathname = doi.replaceAll('%', '%25');
  return url.href;
}
