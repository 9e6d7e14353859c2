import { parseArxivId } from '../paper/arxiv-id.ts';
import { arxivIdFromUrl } from '../paper/arxiv-url.ts';

/** `/web/20240101000000im_/https://…`; the scheme may have lost a slash or be left out. */
const ARCHIVED = /^\/web\/\d{1,14}(?:[a-z]{2}_)?\/(?:(https?):\/{1,2})?(.+)$/i;

/** The address that an archived copy stands for; any other address as it is. */
export function originalAddress(url: URL): URL {
  if (url.hostname !== 'web.archive.org') return url;
  const [, scheme = 'https', rest] = ARCHIVED.exec(url.pathname) ?? [];
  return (rest === undefined ? undefined : parseAddress(`${scheme}://${rest}${url.search}${url.hash}`)) ?? url;
}

/**
 * Where a link on a page leads, archived copies unwrapped. In an archived page a link may be rewritten (`/web/<stamp>/https://…`)
 * or, when a script added it, still be relative to the page that was archived.
 */
export function linkTarget(link: Element, page: URL): URL | undefined {
  const href = link.getAttribute('href');
  if (href === null || href.length > 4096) return undefined;
  const target = parseAddress(href, page);
  if (target === undefined || target.hostname !== 'web.archive.org') return target;
  const original = originalAddress(target);
  return original === target ? parseAddress(href, originalAddress(page)) : original;
}

/** The arXiv id of the paper that a link leads to. */
export function arxivIdBehind(link: Element | null | undefined, page: URL): string | undefined {
  const target = link ? linkTarget(link, page) : undefined;
  return target === undefined ? undefined : arxivIdFromUrl(target)?.id;
}

/** The parts of a path, decoded, without empty ones: `/paper/a-title/` → `['paper', 'a-title']`. */
export function pathParts(url: URL): string[] {
  return url.pathname.split('/').filter(Boolean).map(decode);
}

/** The arXiv id that makes up the whole rest of a path after its first part, which must be one of `sections`. */
export function arxivIdAfter(url: URL, ...sections: string[]): string | undefined {
  const [section = '', ...rest] = pathParts(url);
  return sections.includes(section) ? parseArxivId(rest.join('/'))?.id : undefined;
}

function parseAddress(href: string, base?: URL): URL | undefined {
  try {
    const url = new URL(href, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
