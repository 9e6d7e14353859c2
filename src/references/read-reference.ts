import { cutText } from '../paper/cut-text.ts';
import { candidatesIn } from './candidates.ts';
import { idsOf } from './ids.ts';
import { joinBlocks } from './join.ts';
import { authorsIn } from './names.ts';
import type { Block, CitedEntry, Reference } from './reference.ts';
import { titleOf } from './title.ts';
import { yearIn } from './year.ts';

/** As much of an entry without a title as is shown instead of one. In code points. */
const SHOWN = 160;

/** Reads one entry of a bibliography. Never throws. */
export function readReference(entry: CitedEntry): Reference {
  const { blocks, label, links } = entry;
  const whole = joinBlocks(blocks);
  const found = titleOf(entry);
  const before = entry.authors ?? found?.before ?? '';
  const named = authorsIn(before);
  // A style that names by author and year may have the authors in the label alone.
  const authors = named.length > 0 ? named : authorsIn(label.replaceAll(/[[\]()]/g, ' ').replace(/\d{4}[a-z]?/g, ''));
  const { arxivId, doi } = idsOf(whole.text, links);
  const year = yearIn(whole.text, before) ?? yearIn(label);
  const candidates = found?.apart === true ? wholeBlocks(blocks) : candidatesIn(whole);
  return {
    mention: {
      title: found?.title ?? cutText(whole.text, SHOWN),
      ...(arxivId !== undefined && { arxivId }),
      ...(doi !== undefined && { doi }),
      ...(authors.length > 0 && { authors }),
      ...(year !== undefined && { year }),
    },
    titled: found !== undefined,
    candidates: candidates.filter((candidate) => candidate !== found?.title),
    text: label === '' ? whole.text : `${whole.text} ${label}`,
  };
}

/** The blocks as they stand: a date or a series behind a title may be the title's own. */
function wholeBlocks(blocks: readonly Block[]): string[] {
  return blocks.slice(0, 3).map(({ text }) => text.replace(/[\s.,]+$/, ''));
}
