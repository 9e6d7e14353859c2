import { askAnywhere, enterPage } from '../browser/anywhere.ts';
import type { Library } from '../library/library.ts';
import { papersInText } from '../library/papers-in-text.ts';
import type { Paper } from '../paper/paper.ts';
import { ANYWHERE_LIMITS, type MarkedPage, type PaperFound } from '../messages/anywhere-contract.ts';
import { checkPageText, checkShown } from '../messages/anywhere-rules.ts';

/** Where the papers to look for come from. */
export type AllPapers = () => Promise<readonly Pick<Paper, 'title' | 'authors' | 'year'>[]>;

/** Marks the papers of the collection on any page: reads its text, looks through it here, and has the places painted. */
export async function markPage(tab: number, url: string, library: Library, papers: AllPapers): Promise<MarkedPage> {
  await enterPage(tab);
  const { isText, isCut, text, links } = checkPageText(await askAnywhere(tab, 'text', null), 'text');
  const places = isText ? (await papersInText({ text, links }, await papers(), (mentions) => library.identify(mentions))).slice(0, ANYWHERE_LIMITS.places) : [];
  const { shown, isHighlighted } = isText ? checkShown(await askAnywhere(tab, 'mark', { places: places.map(({ start, end }) => ({ start, end })) }), 'mark') : { shown: [], isHighlighted: false };
  const found = new Map<string, PaperFound & { places: number[] }>();
  for (const number of shown) {
    const place = places[number];
    if (place === undefined) continue;
    const { identity, start, end } = place;
    const known = found.get(identity.paper.key);
    if (known) known.places.push(number);
    else found.set(identity.paper.key, { identity, shown: text.slice(start, end).replaceAll(/[\uE000\uE001]/g, '').slice(0, 512), places: [number] });
  }
  const marked: MarkedPage = { url, isText, isCut, isHighlighted, found: [...found.values()] };
  await askAnywhere(tab, 'keep', { page: marked });
  return marked;
}
