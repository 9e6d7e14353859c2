import { arxivAbs } from './arxiv-abs.ts';
import { arxivList } from './arxiv-list.ts';
import { arxivSearch } from './arxiv-search.ts';
import type { PageKind, Site } from './site.ts';

/** Every adapter, in the order they are asked. */
export const SITES: readonly Site[] = [arxivAbs, arxivList, arxivSearch];

/** The adapter for an address and what kind of page it stands for; undefined where no adapter has anything to say. */
export function siteFor(url: URL): { readonly site: Site; readonly kind: PageKind } | undefined {
  for (const site of SITES) {
    const kind = site.matches(url);
    if (kind !== undefined) return { site, kind };
  }
  return undefined;
}
