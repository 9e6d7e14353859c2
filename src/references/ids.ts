import { parseArxivId } from '../paper/arxiv-id.ts';
import { arxivIdFromUrl } from '../paper/arxiv-url.ts';
import { arxivIdOfDoi, parseDoi } from '../paper/doi.ts';

const NUMBER = String.raw`(?:\d{4}\.\d{4,5}|[a-z]{2,8}(?:-[a-z]{2,4})?(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?`;
/** "arXiv:1412.6980v9", "arXiv preprint arXiv:1412.6980", "arXiv e-prints, art. arXiv:1412.6980", "CoRR, abs/1412.6980", "ArXiv, abs/1412.6980". */
const NAMED = new RegExp(String.raw`(?:\barxiv\b(?:\.org)?[\s:.,(\[/-]{0,4}(?:(?:e-?prints?|preprints?|art\.?|id|no\.?)[\s:.,]{0,3}){0,3}(?:arxiv\s?[:.]?\s?)?(?:(?:abs|pdf)\/)?|\babs\/)(${NUMBER})(?![\d/])`, 'gi');
/** Old identifiers say by themselves what they are. */
const OLD = /(?<![\w/.-])((?:hep-(?:th|ph|ex|lat)|astro-ph|cond-mat|gr-qc|quant-ph|math-ph|nucl-(?:th|ex)|math|cs|physics|nlin|q-bio|q-alg|alg-geom|dg-ga|cmp-lg|chao-dyn|solv-int)(?:\.[a-z]{2})?\/\d{7})(?!\d)/gi;
const DOI = /(?<!\w)10\.\d{4,9}\/[^\s"<>]{1,200}/g;

/** The one arXiv id and the one DOI that an entry's text and links give. An entry of several papers gives neither. */
export function idsOf(text: string, links: readonly string[]): { readonly arxivId: string | undefined; readonly doi: string | undefined } {
  const arxivIds = new Set<string>();
  const dois = new Set<string>();
  const take = (found: string | undefined): void => {
    const doi = found === undefined ? undefined : parseDoi(found);
    if (doi === undefined) return;
    const registered = arxivIdOfDoi(doi)?.id;
    if (registered === undefined) dois.add(doi);
    else arxivIds.add(registered);
  };
  for (const [, id = ''] of [...text.matchAll(NAMED), ...text.matchAll(OLD)]) {
    const parsed = parseArxivId(id)?.id;
    if (parsed !== undefined) arxivIds.add(parsed);
  }
  for (const [doi] of text.matchAll(DOI)) take(doi);
  for (const link of links) {
    if (!URL.canParse(link)) continue;
    const target = new URL(link);
    const arxivId = arxivIdFromUrl(target)?.id;
    if (arxivId !== undefined) arxivIds.add(arxivId);
    // `http://dx.doi.org/https://doi.org/10.1137/0320018`: some styles put the resolver before itself.
    else if (/(?:^|\.)doi\.org$/.test(target.hostname)) take(/10\.\d{4,9}(?:\/|%2f).+/i.exec(target.pathname)?.[0]);
  }
  return { arxivId: only(arxivIds), doi: only(prefixless(dois)) };
}

function only(found: ReadonlySet<string>): string | undefined {
  return found.size === 1 ? [...found][0] : undefined;
}

/** A DOI that was broken over two lines or two links is the beginning of the whole one. */
function prefixless(dois: ReadonlySet<string>): Set<string> {
  return new Set([...dois].filter((doi) => ![...dois].some((other) => other !== doi && other.startsWith(doi))));
}
