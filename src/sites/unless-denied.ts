import { parseArxivId } from '../paper/arxiv-id.ts';
import { arxivIdFromUrl } from '../paper/arxiv-url.ts';

/** Where a page says of itself which paper it shows. */
const CLAIMS = ['link[rel="canonical"]', 'meta[property="og:url"]', 'meta[name="citation_arxiv_id"]'];

/**
 * The id that an address gives, unless the page's own metadata names another paper. A page that changes its address
 * before its content would otherwise put the new id beside the old title; without an id the title stands for itself.
 */
export function unlessDenied(arxivId: string | undefined, page: Element): string | undefined {
  const claimed = CLAIMS.map((selector) => {
    const claim = page.querySelector(selector);
    const value = claim?.getAttribute('href') ?? claim?.getAttribute('content') ?? '';
    return (parseArxivId(value) ?? arxivIdFromUrl(value))?.id;
  });
  return claimed.every((claim) => claim === undefined || claim === arxivId) ? arxivId : undefined;
}
