import { ask } from '../browser/messages.ts';
import { openTab } from '../browser/tabs.ts';
import type { Mention } from '../paper/paper.ts';
import { arxivPage } from '../ui/links.tsx';
import { source } from '../ui/words.ts';
import { inWords } from '../ui/answers.ts';
import type { Say } from '../ui/toast.tsx';

/** A paper of the collection by its key, or one that only a page names. */
export type Subject = { readonly key: string } | { readonly mention: Mention };

/** Puts text on the clipboard and says so, or says what went wrong. */
export async function copy(text: string, what: string, say: Say): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied the ${what}`);
  } catch (problem) {
    say(`Not copied: ${inWords(problem)}`);
  }
}

/** The BibTeX entry of a paper of the collection; of any other paper its authors, title and address in a line. */
export async function copyCitation(subject: Subject, say: Say): Promise<void> {
  if ('mention' in subject) return copy(citationOf(subject.mention), 'citation', say);
  try {
    const { citation } = await ask('paper', { key: subject.key });
    await copy(citation.bibtex, 'BibTeX', say);
  } catch (problem) {
    say(`Not copied: ${inWords(problem)}`);
  }
}

/** Opens a paper's arXiv page, else the first of its addresses. */
export async function openSite(subject: Subject, say: Say): Promise<void> {
  try {
    const url = await siteOf(subject);
    if (url) await openTab(url);
    else say('No address is known for this paper');
  } catch (problem) {
    say(`Not opened: ${inWords(problem)}`);
  }
}

/** An address of a paper that is not in the collection, where its ids give one. */
export const addressOf = ({ arxivId, doi }: Mention): string | undefined =>
  arxivId ? arxivPage(arxivId) : doi ? `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}` : undefined;

export function citationOf(mention: Mention): string {
  const { authors = [], year, title } = mention;
  const by = source({ authors, ...(year === undefined ? {} : { year }) }, 10);
  return [by, title, addressOf(mention)].filter(Boolean).join('. ');
}

async function siteOf(subject: Subject): Promise<string | undefined> {
  if ('mention' in subject) return addressOf(subject.mention);
  const { paper, links } = await ask('paper', { key: subject.key });
  return paper.arxivId ? arxivPage(paper.arxivId) : links[0]?.url;
}
