import { cutText } from '../paper/cut-text.ts';
import { mentionOf } from './mention.ts';
import { candidatesIn } from './reference-candidates.ts';
import { idsOf } from './reference-ids.ts';
import { authorsIn } from './reference-names.ts';
import { type Block, blocksOf, joinBlocks } from './reference-text.ts';
import { titleOf } from './reference-title.ts';
import { yearIn } from './reference-year.ts';
import type { Entry } from './site.ts';
import { visibleText } from './title-text.ts';

const LABEL_LENGTH = 200;
/** As much of an entry without a title as is shown instead of one. In code points. */
const SHOWN = 160;

/** One entry of a bibliography as LaTeXML writes it, of any age: what it tells apart, and what it only may. */
export function readReference(item: Element, url: URL): Entry | undefined {
  const blocks = blocksOf(item);
  const whole = joinBlocks(item, blocks);
  const [first] = blocks;
  if (first === undefined || whole.text === '') return undefined;
  const found = titleOf(item, blocks);
  const candidates = found?.apart === true ? wholeBlocks(blocks) : candidatesIn(whole);
  const label = labelOf(item);
  const marked = item.querySelector('.ltx_bibblock .ltx_bib_author');
  const before = marked === null ? (found?.before ?? '') : visibleText(marked, 3000);
  const authors = authorsIn(before);
  return {
    main: false,
    anchor: found?.place ?? blocks.at(-1)?.element ?? item,
    mention: mentionOf({
      title: found?.title ?? cutText(whole.text, SHOWN),
      ...idsOf(item, whole.text, url),
      // A style that names by author and year may have the authors in the label alone.
      authors: authors.length > 0 ? authors : authorsIn(label.replaceAll(/[[\]()]/g, ' ').replace(/\d{4}[a-z]?/g, '')),
      year: yearIn(whole.text, before) ?? yearIn(label),
    }),
    reference: { id: item.id, item, titled: found !== undefined, candidates: candidates.filter((candidate) => candidate !== found?.title), text: label === '' ? whole.text : `${whole.text} ${label}` },
  };
}

/** The blocks as they stand: a date or a series behind a title may be the title's own. */
function wholeBlocks(blocks: readonly Block[]): string[] {
  return blocks.slice(0, 3).map(({ text }) => text.replace(/[\s.,]+$/, ''));
}

/** "[12]", "Kingma and Ba [2015]"; a label in brackets without a blank is no name. */
function labelOf(item: Element): string {
  const tag = item.querySelector('.ltx_tag');
  const label = tag === null ? '' : visibleText(tag, LABEL_LENGTH);
  return /\s/.test(label) ? label : '';
}
