const EXPORT = 'Export your library as BibTeX, RIS, CSL-JSON or CSV and open that file.';

/** Kinds of files that people try and that hold no list of papers we could read: how they begin, and what to do instead. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, 'The file is empty.'],
  [/^%PDF-/, `This is a PDF: a paper, not a list of papers. ${EXPORT}`],
  [/^PK\p{Cc}{2}/u, `This is a ZIP archive (or an Office document). Unpack it, or: ${EXPORT}`],
  [/^\p{Cc}[\u008B‹\uFFFD]/u, 'This is a compressed file (gzip). Unpack it first.'],
  [/^SQLite format 3\0/, `This is a database (Zotero keeps its library in one). In Zotero choose File → Export Library…; ${EXPORT}`],
  [/^(?:\u0089|‰|\uFFFD)PNG|^\uFFFD{2,4}.{0,4}JFIF|^ÿØÿ|^GIF8/, 'This is a picture.'],
  [/^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:rdf:)?RDF\b/i, `This is RDF. ${EXPORT}`],
  [/^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!DOCTYPE html|<html|<head|<body)\b/i, `This is a web page. Paperkin reads pages of papers as you visit them; of a library: ${EXPORT}`],
  [/^\s*(?:<\?xml[^>]{0,200}>\s*)?<xml>\s*<records>/i, `This is EndNote XML. In EndNote choose the output style "BibTeX Export" or "RefMan (RIS) Export".`],
  [/^\s*(?:<\?xml[^>]{0,200}>\s*)?<opml\b/i, `This is a list of feeds (OPML). ${EXPORT}`],
  [/^%0 \w/m, 'This is EndNote Refer (.enw). Export as RIS instead ("RefMan (RIS) Export").'],
  [/^PMID\s?- ?\d/, 'This is PubMed’s own format. Export as RIS instead (in PubMed: Cite → Download .nbib is this; Zotero turns it into RIS).'],
];

/** What a file is that is none of ours, for people; undefined where it may be one. */
export function recognise(head: string): string | undefined {
  const start = head.slice(0, 2_000).replace(/^\uFEFF/, '');
  return OTHERS.find(([pattern]) => pattern.test(start))?.[1];
}
