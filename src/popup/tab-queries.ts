import type { Tab } from '../browser/tabs.ts';
import { LIMITS } from '../messages/contract.ts';

/** Endings that viewers and sites add to a title. */
const ENDINGS = /(?:\.pdf)?(?:\s+[-–—|·]\s+[^-–—|·]{1,40})?$/i;

/**
 * What a tab without readable text says of its paper, surest first: its address, an arXiv number or DOI in it (publishers
 * put the DOI of a PDF there, people the number in a file's name), and its title. Each is a query that names one paper or none.
 */
export function tabQueries({ url, title }: Pick<Tab, 'url' | 'title'>): readonly string[] {
  const path = url !== undefined && URL.canParse(url) ? decode(new URL(url).pathname) : '';
  const [, number] = /(?:^|\/)(?:arxiv[-_.]?)?(\d{4}\.\d{4,5})(?:v\d{1,3})?(?:[-_. ][^/]*)?$/i.exec(path) ?? [];
  const [doi] = /10\.\d{4,9}\/[^\s"<>]{1,200}/.exec(path) ?? [];
  const words = title?.replace(/^\[[^\]]{1,40}\]\s*/, '');
  const queries = [url, number && `arXiv:${number}`, doi && `doi:${doi.replace(/(?:\.full)?\.pdf$|\/(?:pdf|full|epdf)$/i, '')}`, words, words?.replace(ENDINGS, '')];
  return [...new Set(queries)].filter((query) => query !== undefined && query !== '' && query.length <= LIMITS.query) as string[];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
