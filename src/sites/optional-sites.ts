import { isAclAnthology, isAlphaxiv, isAr5iv, isArxiv, isCvf, isDblp, isGithub, isHuggingFace, isNeurips, isOpenReview, isPapersWithCode, isPmlr, isScholar, isSemanticScholar } from './hosts.ts';

/** A site that the reader may enable. */
export interface OptionalSite {
  /** For people: "OpenReview"; of a site without an adapter its host. */
  readonly name: string;
  /** The one match pattern to ask for. */
  readonly origin: string;
  /** Without an adapter only the metadata of a page about one paper is read. */
  readonly hasAdapter: boolean;
}

const ADAPTERS: readonly (readonly [name: string, is: (url: URL) => boolean])[] = [
  ['OpenReview', isOpenReview],
  ['the ACL Anthology', isAclAnthology],
  ['PMLR', isPmlr],
  ['the NeurIPS proceedings', isNeurips],
  ['CVF Open Access', isCvf],
  ['Semantic Scholar', isSemanticScholar],
  ['Google Scholar', isScholar],
  ['dblp', isDblp],
  ['GitHub', isGithub],
];
const ALWAYS: readonly ((url: URL) => boolean)[] = [isArxiv, isAr5iv, isHuggingFace, isPapersWithCode, isAlphaxiv];

/** The site that an address belongs to, if the reader has to enable it; undefined where we always run or never can. */
export function optionalSite(url: URL): OptionalSite | undefined {
  // A host without a name, or with a port of its own, has no pattern that means it alone.
  if (url.protocol !== 'https:' || url.port !== '' || !/[a-z]/.test(url.hostname) || !url.hostname.includes('.') || ALWAYS.some((is) => is(url))) return undefined;
  const name = ADAPTERS.find(([, is]) => is(url))?.[0];
  return { name: name ?? url.hostname, origin: `https://${url.hostname}/*`, hasAdapter: name !== undefined };
}
