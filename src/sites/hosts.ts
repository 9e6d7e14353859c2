/** The hosts whose pages are read, in one place. Compared whole with a parsed host name, never as substrings. */
const ARXIV = new Set(['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'browse.arxiv.org', 'lanl.arxiv.org', 'de.arxiv.org', 'cn.arxiv.org', 'fr.arxiv.org', 'uk.arxiv.org']);
const AR5IV = new Set(['ar5iv.org', 'www.ar5iv.org', 'ar5iv.labs.arxiv.org']);
const HUGGING_FACE = new Set(['huggingface.co']);
const PAPERS_WITH_CODE = new Set(['paperswithcode.com', 'www.paperswithcode.com']);
const ALPHAXIV = new Set(['alphaxiv.org', 'www.alphaxiv.org']);

export const isArxiv = (url: URL): boolean => ARXIV.has(url.hostname);
export const isAr5iv = (url: URL): boolean => AR5IV.has(url.hostname);
export const isHuggingFace = (url: URL): boolean => HUGGING_FACE.has(url.hostname);
export const isAlphaxiv = (url: URL): boolean => ALPHAXIV.has(url.hostname);
/** Takes the address an archived copy stands for, see `originalAddress`. */
export const isPapersWithCode = (url: URL): boolean => PAPERS_WITH_CODE.has(url.hostname);

/** Any host that the extension runs on, archived copies by the host they stand for. */
export function isSupported(url: URL): boolean {
  return isArxiv(url) || isAr5iv(url) || isHuggingFace(url) || isAlphaxiv(url) || isPapersWithCode(url);
}
