import { parseArxivId } from '../paper/arxiv-id.ts';
import { arxivIdFromUrl } from '../paper/arxiv-url.ts';
import { cutText } from '../paper/cut-text.ts';
import { parseDoi } from '../paper/doi.ts';
import type { Mention } from '../paper/paper.ts';
import { mentionOf } from './mention.ts';

/** The element that holds everything. Asked instead of the document, whose members a page can hide behind named elements. */
export function pageOf(element: Element): Element {
  return element.closest('html') ?? element;
}

/** What the `citation_*` metadata of a page says, under the title given or its own. Undefined where it names no title. */
export function citationOf(page: Element, title = first(page, 'citation_title')): Mention | undefined {
  if (title === undefined || title === '') return undefined;
  const pdf = first(page, 'citation_pdf_url');
  const year = /^(?:1[89]|20)\d\d/.exec(first(page, 'citation_publication_date') ?? first(page, 'citation_date') ?? first(page, 'citation_year') ?? '')?.[0];
  return mentionOf({
    title,
    arxivId: (parseArxivId(first(page, 'citation_arxiv_id') ?? '') ?? (pdf === undefined ? undefined : arxivIdFromUrl(pdf)))?.id,
    doi: parseDoi(first(page, 'citation_doi') ?? ''),
    abstract: first(page, 'citation_abstract', 12_000),
    authors: [...page.querySelectorAll('meta[name="citation_author"]')].slice(0, 200).map((meta) => inReadingOrder(content(meta, 200))).filter(Boolean),
    year: year === undefined ? undefined : Number(year),
  });
}

function first(page: Element, name: string, most = 512): string | undefined {
  const meta = page.querySelector(`meta[name="${name}"]`);
  return meta === null ? undefined : content(meta, most);
}

function content(meta: Element, most: number): string {
  return cutText((meta.getAttribute('content') ?? '').slice(0, most * 4).replaceAll(/\s+/g, ' ').trim(), most);
}

/** "Smola, Alexander J." → "Alexander J. Smola"; names without a comma, or with more than one, as they stand. */
function inReadingOrder(name: string): string {
  const [family, given, ...more] = name.split(/,\s*/);
  return given === undefined || more.length > 0 ? name : `${given} ${family}`;
}
