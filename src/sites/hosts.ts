/** The hosts whose pages are read, in one place. Always compared with a parsed host name. */
const AR5IV = new Set(['ar5iv.org', 'www.ar5iv.org', 'ar5iv.labs.arxiv.org']);
const HUGGING_FACE = new Set(['huggingface.co']);
const PAPERS_WITH_CODE = new Set(['paperswithcode.com', 'www.paperswithcode.com']);
const ALPHAXIV = new Set(['alphaxiv.org', 'www.alphaxiv.org']);
const OPENREVIEW = new Set(['openreview.net', 'www.openreview.net']);
const ACL_ANTHOLOGY = new Set(['aclanthology.org', 'www.aclanthology.org']);
const NEURIPS = new Set(['proceedings.neurips.cc', 'papers.nips.cc', 'papers.neurips.cc', 'proceedings.nips.cc']);
const SEMANTIC_SCHOLAR = new Set(['www.semanticscholar.org', 'semanticscholar.org']);
const DBLP = new Set(['dblp.org', 'www.dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de']);
/** Google has one Scholar for each country: `scholar.google.com`, `.de`, `.co.jp`, `.com.br`. */
const SCHOLAR = /^scholar\.google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;

/** arXiv itself and its mirrors, which are subdomains. */
export const isArxiv = (url: URL): boolean => url.hostname === 'arxiv.org' || (url.hostname.endsWith('.arxiv.org') && !isAr5iv(url));
export const isAr5iv = (url: URL): boolean => AR5IV.has(url.hostname);
export const isHuggingFace = (url: URL): boolean => HUGGING_FACE.has(url.hostname);
export const isAlphaxiv = (url: URL): boolean => ALPHAXIV.has(url.hostname);
/** Takes the address an archived copy stands for, see `originalAddress`. */
export const isPapersWithCode = (url: URL): boolean => PAPERS_WITH_CODE.has(url.hostname);

export const isOpenReview = (url: URL): boolean => OPENREVIEW.has(url.hostname);
export const isAclAnthology = (url: URL): boolean => ACL_ANTHOLOGY.has(url.hostname);
export const isPmlr = (url: URL): boolean => url.hostname === 'proceedings.mlr.press';
export const isNeurips = (url: URL): boolean => NEURIPS.has(url.hostname);
export const isCvf = (url: URL): boolean => url.hostname === 'openaccess.thecvf.com';
export const isSemanticScholar = (url: URL): boolean => SEMANTIC_SCHOLAR.has(url.hostname);
export const isScholar = (url: URL): boolean => SCHOLAR.test(url.hostname);
export const isDblp = (url: URL): boolean => DBLP.has(url.hostname);
export const isGithub = (url: URL): boolean => url.hostname === 'github.com';
