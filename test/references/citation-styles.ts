import type { Paper } from '../../src/paper/paper.ts';

/** Bibliographies as LaTeXML renders them, in the styles that papers use; every `\newblock` begins a block. */

export type Cited = Pick<Paper, 'title' | 'authors' | 'year' | 'arxivId'>;

interface Entry {
  readonly label: string;
  /** HTML of each block. */
  readonly blocks: readonly string[];
  readonly type?: string;
}

export type Style = (paper: Cited, nth: number) => Entry;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const em = (text: string): string => `<span class="ltx_text ltx_font_italic">${text}</span>`;
const bold = (text: string): string => `<span class="ltx_text ltx_font_bold">${text}</span>`;
const link = (href: string, text: string): string => `<a href="${href}" title="" class="ltx_ref ltx_href">${text}</a>`;
const url = (href: string): string => `<a href="${href}" title="" class="ltx_ref ltx_url ltx_font_typewriter">${href}</a>`;

const VENUES = ['Advances in Neural Information Processing Systems', 'Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition', 'International Conference on Machine Learning', 'Journal of Machine Learning Research', 'Nature Communications'];
const venue = (nth: number): string => VENUES[nth % VENUES.length] ?? '';
const yearOf = ({ year = 2020 }: Cited): number => year;

/** With its particles: "van der Berg". */
const family = (name: string): string => /(?:(?:van|der|de|la|von|di) )*\S+$/.exec(name)?.[0] ?? name;
const given = (name: string): string[] => name.slice(0, -family(name).length).trim().split(' ');
const initials = (name: string, dot = '. '): string => given(name).map((part) => `${part.charAt(0)}${dot}`).join('').trim();
const fewOf = (names: readonly string[], most: number): readonly string[] => names.slice(0, most);
const listed = (names: readonly string[], and = ' and '): string => (names.length < 3 ? names.join(and) : `${names.slice(0, -1).join(', ')},${and}${names.at(-1)}`);
const orEtAl = (names: readonly string[], most: number, write: (name: string) => string, and = ' and '): string =>
  names.length > most ? `${fewOf(names, most).map(write).join(', ')}, et al` : listed(names.map(write), and);

/** LaTeX breaks its lines; a bibliography keeps the breaks. */
const broken = (text: string): string => escaped(text).replace(/^(.{30,60}?) /, '$1\n');

export const STYLES: Readonly<Record<string, Style>> = {
  plain: (paper, nth) => ({ label: `[${nth + 1}]`, blocks: [`${escaped(listed(paper.authors))}.`, `${broken(paper.title)}.`, nth % 3 === 0 ? `${em(`arXiv preprint arXiv:${paper.arxivId ?? '2001.00001'}`)}, ${yearOf(paper)}.` : `In ${em(venue(nth))}, pages 12–34, ${yearOf(paper)}.`] }),
  abbrv: (paper, nth) => ({ label: `[${nth + 1}]`, blocks: [`${escaped(listed(paper.authors.map((name) => `${initials(name)} ${family(name)}`)))}.`, `${broken(paper.title.replace(/(?<=\w) (\w)/g, (_, letter: string) => ` ${letter.toLowerCase()}`))}.`, `${em(venue(nth))}, 45:5–32, ${yearOf(paper)}.`] }),
  alpha: (paper, nth) => ({ label: `[${family(paper.authors[0] ?? 'X').slice(0, 3)}${yearOf(paper) % 100}]`, blocks: [`${escaped(listed(paper.authors))}.`, nth % 2 === 0 ? `${broken(paper.title)}, ${yearOf(paper)}.` : `${broken(paper.title)}.`, nth % 2 === 0 ? `URL ${url('https://example.org/x')}.` : `Technical report, ${yearOf(paper)}.`] }),
  ieee: (paper, nth) => ({ label: `[${nth + 1}]`, blocks: [`${escaped(orEtAl(paper.authors, 6, (name) => `${initials(name)} ${family(name)}`))}, “${broken(paper.title)}${/[?!]$/.test(paper.title) ? '' : ','}” ${nth % 2 === 0 ? `in ${em(venue(nth))}, ${yearOf(paper)}, pp. 1–9.` : `${em('arXiv preprint')}, ${yearOf(paper)}.`}`] }),
  acl: (paper, nth) => ({ label: `${family(paper.authors[0] ?? 'X')} et al. (${yearOf(paper)})`, blocks: [`${escaped(listed(paper.authors))}. ${yearOf(paper)}.`, `${link(`https://doi.org/10.18653/v1/x-${nth}`, broken(paper.title))}.`, `In ${em(venue(nth))}, pages 1–9, Online. Association for Computational Linguistics.`] }),
  apa: (paper, nth) => ({ label: `${family(paper.authors[0] ?? 'X')} et al. [${yearOf(paper)}]`, blocks: [`${escaped(listed(paper.authors.map((name) => `${family(name)}, ${initials(name)}`), ' & '))} (${yearOf(paper)}). ${broken(paper.title)}${/[?!]$/.test(paper.title) ? '' : '.'} ${em(venue(nth))}, ${em('12')}(3), 221–246. ${url(`https://doi.org/10.1000/jx.${nth}`)}`] }),
  nature: (paper, nth) => ({ label: `${nth + 1}.`, blocks: [`${escaped(orEtAl(paper.authors, 4, (name) => `${family(name)}, ${initials(name)}`, ' & '))}.`, `${broken(paper.title)}.`, `${em(venue(nth))} ${bold('12')}, 345–350 (${yearOf(paper)}).`] }),
  springer: (paper, nth) => ({ label: `${nth + 1}.`, blocks: [`${escaped(paper.authors.map((name) => `${family(name)}, ${initials(name, '.')}`).join(', '))}: ${broken(paper.title)}. ${nth % 2 === 0 ? `In: ${venue(nth)}, pp. 1–9. Springer (${yearOf(paper)})` : `${venue(nth)} ${bold('12')}(3), 1–9 (${yearOf(paper)})`}`] }),
  elsevier: (paper, nth) => ({ label: `[${nth + 1}]`, blocks: [`${escaped(paper.authors.map((name) => `${initials(name)} ${family(name)}`).join(', '))}, ${broken(paper.title)}, ${venue(nth)} 12 (${yearOf(paper)}) 1–9.`, `${link(`https://doi.org/10.1016/j.x.${nth}`, `doi:10.1016/j.x.${nth}`)}.`] }),
  unblocked: (paper, nth) => ({ label: `[${nth + 1}]`, blocks: [`${escaped(listed(paper.authors))}. ${broken(paper.title)}. ${em(venue(nth))}, ${yearOf(paper)}.`] }),
  amsplain: (paper, nth) => ({ label: `${nth + 1}.`, blocks: [`${escaped(listed(paper.authors))}, ${em(broken(paper.title))}, ${venue(nth)} ${bold('12')} (${yearOf(paper)}), no. 3, 1–9.`] }),
  physics: (paper, nth) => ({ label: `(${nth + 1})`, blocks: [`${escaped(orEtAl(paper.authors, 3, (name) => `${initials(name)} ${family(name)}`))}, ${broken(paper.title)}, ${link('https://doi.org/10.1103/x', `Phys. Rev. X ${bold('7')}, 1 (${yearOf(paper)})`)}.`] }),
  chicago: (paper, nth) => ({ label: '', blocks: [`${escaped(listed(paper.authors.map((name, at) => (at === 0 ? `${family(name)}, ${given(name).join(' ')}` : name))))}. ${yearOf(paper)}. “${broken(paper.title)}${/[?!]$/.test(paper.title) ? '' : '.'}” In ${em(venue(nth))}, 1–9.`] }),
  biblatex: (paper, nth) => ({ label: `[${nth + 1}]`, blocks: [`${escaped(listed(paper.authors))}. “${broken(paper.title)}”. In: ${em(venue(nth))} 12 (${yearOf(paper)}), pp. 1–9.`] }),
  'biblatex author-year': (paper, nth) => ({ label: '', blocks: [`${escaped(listed(paper.authors.map((name, at) => (at === 0 ? `${family(name)}, ${given(name).join(' ')}` : name))))} (${yearOf(paper)}). “${broken(paper.title)}”. In: ${em(venue(nth))}, pp. 1–9.`] }),
  vancouver: (paper, nth) => ({ label: `${nth + 1}.`, blocks: [`${escaped(orEtAl(paper.authors, 6, (name) => `${family(name)} ${initials(name, '')}`, ', '))}. ${broken(paper.title)}. ${venue(nth)}. ${yearOf(paper)};12(3):1–9.`] }),
  jhep: (paper, nth) => ({ label: `[${nth + 1}]`, blocks: [`${escaped(listed(paper.authors.map((name) => `${initials(name)} ${family(name)}`)))}, ${em(broken(paper.title))}, ${link('https://doi.org/10.1007/x', `${em('JHEP')} ${bold('12')} (${yearOf(paper)}) 345`)}.`] }),
  iop: (paper, nth) => ({ label: `[${nth + 1}]`, blocks: [`${escaped(listed(paper.authors.map((name) => `${family(name)} ${initials(name, ' ')}`)))} ${yearOf(paper)} ${broken(paper.title)} ${em(venue(nth))} ${bold('12')} 345`] }),
  'elsevier author-year': (paper, nth) => ({ label: `${family(paper.authors[0] ?? 'X')} et al. (${yearOf(paper)})`, blocks: [`${escaped(paper.authors.map((name) => `${family(name)}, ${initials(name)}`).join(', '))}, ${yearOf(paper)}. ${broken(paper.title)}. ${venue(nth)} 12, 345–350.`] }),
  acm: (paper, nth) => ({ label: `${family(paper.authors[0] ?? 'X')} (${yearOf(paper)})`, blocks: [`${escaped(listed(paper.authors))}. ${yearOf(paper)}.`, `${broken(paper.title)}.`, `${em(venue(nth))} 12, 3 (${yearOf(paper)}), 1–9.`] }),
  bibliography: (paper, nth) => ({
    label: `[${nth + 1}]`,
    type: 'article',
    blocks: [
      `<span class="ltx_text ltx_bib_author">${escaped(listed(paper.authors.map((name) => `${initials(name)} ${family(name)}`)))}</span><span class="ltx_text ltx_bib_year"> (${yearOf(paper)})</span>`,
      `<span class="ltx_text ltx_bib_title">${broken(paper.title)}</span>.`,
      `<span class="ltx_text ltx_bib_journal">${venue(nth)}</span>, <span class="ltx_text ltx_bib_pages"> pp. 1–9</span>.`,
      `External Links: <span class="ltx_text ltx_bib_links">${link(`https://doi.org/10.1000/${nth}`, 'Document')}</span>.`,
    ],
  }),
};

export function entryHtml({ label, blocks, type }: Entry, id: string): string {
  const cited = type === undefined ? '' : '<span class="ltx_bibblock ltx_bib_cited">Cited by: <a href="#S1.p1" class="ltx_ref">§1</a>.</span>';
  return `<li id="${id}" class="ltx_bibitem${type === undefined ? '' : ` ltx_bib_${type}`}">
<span class="ltx_tag ltx_role_refnum ltx_tag_bibitem">${escaped(label)}</span>
${blocks.map((block) => `<span class="ltx_bibblock">${block}\n\n</span>`).join('\n')}${cited}
</li>`;
}

/** A page's reference section; entries are `bib.bib1`, `bib.bib2`, … */
export function bibliographyHtml(style: Style, papers: readonly Cited[]): string {
  return `<section id="bib" class="ltx_bibliography"><h2 class="ltx_title ltx_title_bibliography">References</h2>
<ul class="ltx_biblist">${papers.map((paper, nth) => entryHtml(style(paper, nth), `bib.bib${nth + 1}`)).join('\n')}</ul></section>`;
}
