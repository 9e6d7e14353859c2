import { type ArxivId, parseArxivId } from './arxiv-id.ts';
import { arxivIdOfDoi, parseDoi } from './doi.ts';

/** Path sections of arXiv itself that are followed by an identifier. */
const ARXIV = 'abs|pdf|html|format|src|e-print|ps|dvi|bibtex';

/** Host (without `www.`) → the path sections that are followed by an identifier. Hosts are compared whole. */
const SECTIONS: ReadonlyMap<string, RegExp> = new Map([
  ...['arxiv.org', 'export.arxiv.org', 'browse.arxiv.org', 'xxx.lanl.gov', 'lanl.arxiv.org', 'de.arxiv.org', 'cn.arxiv.org', 'fr.arxiv.org', 'uk.arxiv.org'].map(
    (host) => [host, section(`(?:${ARXIV})`)] as const,
  ),
  ...['ar5iv.labs.arxiv.org', 'ar5iv.org'].map((host) => [host, section('(?:html|abs|pdf)')] as const),
  ['alphaxiv.org', section('(?:[a-z]{2}(?:-[a-z]{2,4})?/)?(?:abs|overview|pdf|html|replicate|audio|resources|blog)')],
  ['huggingface.co', section('papers')],
  ['hf.co', section('papers')],
  ['scirate.com', section('arxiv')],
  ['arxiv-vanity.com', section('papers')],
  ['semanticscholar.org', section('arxiv')],
]);
const DOI_HOSTS = new Set(['doi.org', 'dx.doi.org']);
/** `/web/20230101000000id_/https://…`; the scheme is sometimes left out or has lost a slash. */
const ARCHIVED = /^\/web\/\d{1,14}\*?(?:[a-z]{2}_)?\/(?:(https?):\/{1,2})?(.+)$/i;

/**
 * The paper an address stands for: arXiv and its mirrors, ar5iv, alphaXiv, Hugging Face Papers, SciRate, DOI resolvers,
 * and archived copies of any of these. Query and hash are ignored. Undefined for any other address; never throws.
 */
export function arxivIdFromUrl(address: string | URL): ArxivId | undefined {
  const url = toUrl(address);
  if (url === undefined) return undefined;
  const host = hostOf(url);
  if (host === 'web.archive.org') {
    const [, scheme = 'https', rest] = ARCHIVED.exec(url.pathname) ?? [];
    const inner = rest === undefined ? undefined : toUrl(`${scheme}://${rest}`);
    return inner === undefined || hostOf(inner) === host ? undefined : arxivIdFromUrl(inner);
  }
  const path = decode(url.pathname);
  if (DOI_HOSTS.has(host)) {
    const doi = parseDoi(path.slice(1));
    return doi === undefined ? undefined : arxivIdOfDoi(doi);
  }
  const rest = SECTIONS.get(host)?.exec(path)?.[1];
  return rest === undefined ? undefined : leadingId(rest);
}

function section(names: string): RegExp {
  return new RegExp(`^/${names}/+(.+)$`, 'i');
}

/** A new identifier is one path segment and an old one two; what follows (a figure, a language) is no part of it. */
function leadingId(path: string): ArxivId | undefined {
  const [first = '', second = ''] = path.split('/', 2);
  return parseArxivId(first) ?? parseArxivId(`${first}/${second}`);
}

function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, '').replace(/^www\./, '');
}

function toUrl(address: string | URL): URL | undefined {
  try {
    const url = typeof address === 'string' ? new URL(address.slice(0, 4096)) : address;
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
