import { arxivIdAfter } from './address.ts';
import { pageOf } from './citation.ts';
import { contentHeadings } from './headings.ts';
import { isHuggingFace } from './hosts.ts';
import { listedPaper, paperLabels } from './hugging-face.ts';
import { abstractText, mentionOf } from './mention.ts';
import type { Site } from './site.ts';
import { unlessDenied } from './unless-denied.ts';
import { titleText } from './title-text.ts';

/** One paper on Hugging Face, with whatever papers it recommends below. */
export const huggingFacePaper: Site = {
  name: 'Hugging Face paper',

  matches(url) {
    return isHuggingFace(url) && arxivIdAfter(url, 'papers') !== undefined ? 'paper' : undefined;
  },

  *titles(document, url) {
    const [title] = contentHeadings(document);
    if (title !== undefined) yield title;
    for (const label of paperLabels(document, url)) if (label !== title) yield label;
  },

  entry(element, url) {
    if (element.localName !== 'h1') return listedPaper(element, url);
    const title = titleText(element);
    if (title === '') return undefined;
    const page = pageOf(element);
    const arxivId = unlessDenied(arxivIdAfter(url, 'papers'), page);
    return { main: true, anchor: element, mention: mentionOf({ title, arxivId, abstract: abstractOf(page) }) };
  },
};

/** The abstract follows its own heading; what a machine made of it stands there too, and is shorter. */
function abstractOf(page: Element): string | undefined {
  const heading = [...page.querySelectorAll('h2, h3')].find((heading) => /^abstract$/i.test(titleText(heading)));
  const paragraphs = [...(heading?.parentElement?.querySelectorAll('p') ?? [])];
  const [longest] = paragraphs.toSorted((one, other) => other.textContent.length - one.textContent.length);
  return longest === undefined ? undefined : abstractText([longest]);
}
