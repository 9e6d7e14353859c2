/** The hosts whose pages are read, in one place. Always compared with a parsed host name. */
const AR5IV = new Set(['ar5iv.org', 'www.ar5iv.org', 'ar5iv.labs.arxiv.org']);
const HUGGING_FACE = new Set(['huggingface.co']);
const PAPERS_WITH_CODE = new Set(['paperswithcode.com', 'www.paperswithcode.com']);
const ALPHAXIV = new Set(['alphaxiv.org', 'www.alphaxiv.org']);

/** arXiv itself and its mirrors, which are subdomains. */
export const isArxiv = (url: URL): boolean => url.hostname === 'arxiv.org' || (url.hostname.endsWith('.arxiv.org') && !isAr5iv(url));
export const isAr5iv = (url: URL): boolean => AR5IV.has(url.hostname);
export const isHuggingFace = (url: URL): boolean => HUGGING_FACE.has(url.hostname);
export const isAlphaxiv = (url: URL): boolean => ALPHAXIV.has(url.hostname);
/** Takes the address an archived copy stands for, see `originalAddress`. */
export const isPapersWithCode = (url: URL): boolean => PAPERS_WITH_CODE.has(url.hostname);

/** Any host that the extension runs on, archived copies by the host they stand for. */
export function isSupported(url: URL): boolean {
  return isArxiv(url) || isAr5iv(url) || isHuggingFace(url) || isAlphaxiv(url) || isPapersWithCode(url);
}
