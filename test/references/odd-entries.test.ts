import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../src/references/read-reference.ts';
import type { Reference } from '../../src/references/reference.ts';
import { readBibliography } from './read-bibliography.ts';

const ADDRESS = 'https://arxiv.org/html/2611.00001v1';
const i = (text: string): string => `<span class="ltx_text ltx_font_italic">${text}</span>`;
const b = (text: string): string => `<span class="ltx_text ltx_font_bold">${text}</span>`;
const a = (href: string, text: string): string => `<a href="${href}" class="ltx_ref">${text}</a>`;

function read(blocks: readonly string[], label = '[1]'): Reference {
  const html = `<section class="ltx_bibliography"><ul class="ltx_biblist"><li class="ltx_bibitem" id="bib.bib1"><span class="ltx_tag ltx_tag_bibitem">${label}</span>${blocks.map((block) => `<span class="ltx_bibblock">${block}\n</span>`).join('')}</li></ul></section>`;
  const [reference] = readBibliography(html, ADDRESS);
  if (reference === undefined) throw new Error('no entry');
  return reference;
}

const titleOf = ({ titled, mention }: Reference): string | null => (titled ? mention.title : null);

describe('titles in blocks of their own', () => {
  it.each<[what: string, blocks: string[], title: string | null]>([
    ['a question', ['F. Dyson.', 'Is a lighthouse visible?', `In ${i('Congress on Coasts')}, pages 670–682, 2014.`], 'Is a lighthouse visible?'],
    ['a call', ['A. Sample.', 'Stop the tide!', `${i('Coasts')}, 2014.`], 'Stop the tide!'],
    ['a colon', ['A. Sample and B. Instance.', 'Tides: a primer.', `${i('Coasts')}, 2014.`], 'Tides: a primer'],
    ['a formula', ['A. Sample.', 'Waves at <math alttext="\\nu=5/2"><mi>ν</mi></math> and beyond.', `${i('Coasts')}, 2014.`], 'Waves at $\\nu=5/2$ and beyond'],
    ['in quotation marks', ['A. Sample.', '“Tides of the north,”', `${i('Coasts')}, 2014.`], 'Tides of the north'],
    ['with a quotation in it', ['A. Sample.', '“why should I trust you?”: explaining any lighthouse.', `In ${i('KDD')}, 2016.`], '“why should I trust you?”: explaining any lighthouse'],
    ['that begins with In', ['A. Sample.', 'In defense of the small harbour.', `${i('Coasts')}, 2014.`], 'In defense of the small harbour'],
    ['that begins with In, in capitals', ['A. Sample.', 'In the Wild: Tides of Any Harbour.', `${i('Coasts')}, 2014.`], 'In the Wild: Tides of Any Harbour'],
    ['that speaks of a press', ['A. Sample.', 'Freedom of the press in harbours.', `${i('Coasts')}, 2014.`], 'Freedom of the press in harbours'],
    ['that begins with a year', ['A. Sample.', '2001: A tide of many kinds.', `${i('Coasts')}, 2014.`], '2001: A tide of many kinds'],
    ['that begins with a month', ['A. Sample.', 'March of the tides.', `${i('Coasts')}, 2014.`], 'March of the tides'],
    ['that begins with May', ['A. Sample.', 'May 2000 harbours be with you.', `${i('Coasts')}, 2014.`], 'May 2000 harbours be with you'],
    ['that begins with Software', ['A. Sample.', 'Software for harbours.', `${i('Coasts')}, 2014.`], 'Software for harbours'],
    ['that begins with Volume', ['A. Sample.', 'Volume rendering of harbours.', `${i('Coasts')}, 2014.`], 'Volume rendering of harbours'],
    ['that begins with In-', ['A. Sample.', 'In-context learning and harbour heads.', `${i('arXiv preprint arXiv:2209.11895')}, 2022.`], 'In-context learning and harbour heads'],
    ['that is a technical report by name', ['OpenAI.', 'Harbour-4 technical report.', `${i('arXiv preprint arXiv:2303.08774')}, 2023.`], 'Harbour-4 technical report'],
    ['that begins with Advances', ['P. Quill et al.', 'Advances and open problems in federated harbours.', `${i('Found. Trends')}, 2021.`], 'Advances and open problems in federated harbours'],
    ['with the year behind it', ['T. Brown.', 'Harbours are few-shot learners, 2020.'], 'Harbours are few-shot learners'],
    ['with month and year behind it', ['T. Brown.', 'Harbours are few-shot learners, May 2020.', 'arXiv:2005.14165 [cs].'], 'Harbours are few-shot learners'],
    ['a book', ['J. K. Jain.', `${i('Composite harbours')}.`, 'Cambridge University Press, 2007.'], 'Composite harbours'],
    ['a book in a series', ['V. Vapnik.', `${i('The nature of harbours')}, volume 6 of ${i('Series on Coasts')}.`, 'Springer, 1995.'], 'The nature of harbours'],
    ['a thesis', ['A. Krizhevsky.', 'Learning many layers of harbours.', 'Master’s thesis, University of Coasts, 2009.'], 'Learning many layers of harbours'],
    ['a report', ['A. Krizhevsky and G. Hinton.', 'Learning layers of harbours.', 'Technical report, University of Coasts, 2009.'], 'Learning layers of harbours'],
    ['a link', ['Jacob D. Quay and Ming-Wei Chart. 2019.', a('https://doi.org/10.18653/v1/N19-1423', 'Pre-training of deep harbours') + '.', `In ${i('NAACL')}, pages 4171–4186.`], 'Pre-training of deep harbours'],
    ['the venue in the same block', ['A. Sample, B. Instance.', `Tides of the north. ${i('Journal of Coasts')}, 12:3–4, 2014.`], 'Tides of the north'],
    ['arXiv in the same block', ['A. Sample, B. Instance.', 'Tides of the north. arXiv preprint arXiv:1412.6980, 2014.'], 'Tides of the north'],
    ['in a proceedings in the same block', ['A. Sample, B. Instance.', `Tides of the north. In ${i('Proc. of Coasts')}, 2014.`], 'Tides of the north'],
    ['names of other lands', ['Łukasz Żółty, Nguyễn Văn An, José María Pérez de la O, and 李明.', 'Tides of the north.', '2014.'], 'Tides of the north'],
    ['a team', ['The Theano Harbour Team, R. Al-Rfou, G. Alain, et al.', 'Theano: a harbour.', 'arXiv e-prints, 2016.'], 'Theano: a harbour'],
    ['broken by a hyphen', ['A. Sample.', 'Convolu-\ntional tides.', '2014.'], 'Convolu- tional tides'],
    ['no title, a journal', ['A. Kitaev.', `${i('Ann. Phys.')} ${b('303')}, 2 (2003).`], null],
    ['no title, a journal with pages', ['N. Read and E. Rezayi.', `${i('Physical Review B')}, 54(23):16864, 1996.`], null],
    ['no title, a proceedings', ['N. Read and E. Rezayi.', `In ${i('Proceedings of Coasts')}, pages 1–9, 1996.`], null],
    ['no title, an address', ['Coastal Office.', `URL ${a('https://coasts.example/data', 'https://coasts.example/data')}.`], null],
    ['no title, a DOI', ['N. Read and E. Rezayi, Journal of Coasts 12 (1996) 3.', 'doi:10.1000/182.'], null],
    ['no title, a report', ['N. Read.', 'Technical report, University of Coasts, 1996.'], null],
    ['no title, a conference', ['N. Read.', 'In NeurIPS, 1996.'], null],
    ['no title, a publisher', ['N. Read.', 'Cambridge University Press, 1996.'], null],
    ['no title, a month', ['N. Read.', 'March 1996.'], null],
    ['no title, a year', ['N. Read.', '1996.'], null],
    ['a web page that was looked at', ['Lighthouse.', 'A museum in an invented town, accessed 2020.'], null],
  ])('%s', (_what, blocks, title) => {
    expect(titleOf(read(blocks))).toBe(title);
  });
});

describe('titles in a line', () => {
  it.each<[what: string, line: string, title: string | null]>([
    ['in quotation marks, comma inside', `A. Krill, I. Sutter, and G. E. Hinge, “Harbour classification with deep tides,” in ${i('Proc. NIPS')}, 2012, pp. 1097–1105.`, 'Harbour classification with deep tides'],
    ['in quotation marks, a question', `A. Sample, “Are harbours created equal?” ${i('arXiv preprint arXiv:1711.10337')}, 2017.`, 'Are harbours created equal?'],
    ['in quotation marks, quoting', 'M. Ribeiro, “‘Why should I trust you?’: Explaining any lighthouse,” in Proc. KDD, 2016.', '‘Why should I trust you?’: Explaining any lighthouse'],
    ['in straight quotation marks', 'A. Sample, "Tides of the north," J. Coasts, vol. 3, 2012.', 'Tides of the north'],
    ['a quotation that is a part of the title', 'M. Ribeiro. “Why should I trust you?”: Explaining any lighthouse. In KDD, 2016.', null],
    ['a year in brackets', `Kingbird, D. P., & Ba, J. (2015). A method for stochastic harbours. ${i('Journal of Coasts')}, 12(3), 1–9.`, 'A method for stochastic harbours'],
    ['a year in brackets, a question', `Sample, A. (2015). Can tides be forecast? ${i('Journal of Coasts')}, 12(3), 1–9.`, 'Can tides be forecast?'],
    ['a year in brackets, a question and its second half', 'Sample, A. (2015). Can tides be forecast? A large-scale study. Journal of Coasts, 12(3), 1–9.', 'Can tides be forecast? A large-scale study'],
    ['a year in brackets, no title', `Kitaev, A. (2003). ${i('Annals of Physics')}, 303, 2.`, null],
    ['a colon behind initials', 'Kingbird, D.P., Ba, J.: Adam: a method for stochastic harbours. In: ICLR (2015)', 'Adam: a method for stochastic harbours'],
    ['a colon behind et al.', 'Kingbird, D.P., et al.: A method for stochastic harbours. CoRR abs/1412.6980 (2014)', 'A method for stochastic harbours'],
    ['italics and a journal behind', `J. Tate, ${i('Invented residues of harbours')}, Inst. Hautes Études Sci. Publ. Math. ${b('12')} (1968), 149–159.`, 'Invented residues of harbours'],
    ['italics that are the journal', `A. Kitaev, ${i('Annals of Physics')} ${b('303')}, 2 (2003).`, null],
    ['a journal in a link', `A. Kitaev, ${a('https://doi.org/10.1016/S0003-4916(02)00018-0', `Ann. Phys. ${b('303')}, 2 (2003)`)}.`, null],
    ['commas alone', 'A. Sample and B. Instance, Tides of the north, Phys. Rev. Lett. 80, 1505 (1998).', null],
    ['sentences behind names', `L. Breiman and A. Cutler. Random harbours of a kind. ${i('Machine Learning')}, 45:5–32, 2001.`, 'Random harbours of a kind'],
    ['several works', 'A. Kitaev, Ann. Phys. 303, 2 (2003); J. Preskill, Lecture Notes (1998).', null],
    ['a comment on another', 'A. Sample. Comment on “Tides of the north,” J. Coasts, 2012.', null],
    ['an erratum', 'A. Sample. Erratum: “Tides of the north,” J. Coasts, 2012.', null],
    ['a remark', 'See the supplementary material for details of the model.', null],
  ])('%s', (_what, line, title) => {
    expect(titleOf(read([line]))).toBe(title);
  });
});

describe('what stands around a title', () => {
  it.each<[what: string, blocks: string[], authors: string[] | undefined, year: number | undefined]>([
    ['initials first', ['S. M. Girvin, A. H. MacDonald, and P. M. Platzman.', 'Tides.', '1986.'], ['S. M. Girvin', 'A. H. MacDonald', 'P. M. Platzman'], 1986],
    ['initials last', ['Botter, G., Bertuzzo, E., &amp; Rinaldo, A. (2011).', 'Tides.', 'J. Coasts, 38, 1999–2003.'], ['G. Botter', 'E. Bertuzzo', 'A. Rinaldo'], 2011],
    ['full names', ['Ada Sample and Bo van der Berg. 2019a.', 'Tides.', 'In Proc. of Coasts 2018.'], ['Ada Sample', 'Bo van der Berg'], 2019],
    ['and others', ['A. Sample, B. Instance, et al.', 'Tides.', `${i('arXiv preprint arXiv:2009.01234')}, 2020.`], ['A. Sample', 'B. Instance'], 2020],
    ['no year but that of pages', ['A. Sample.', 'Tides.', 'J. Coasts, pages 1986–1999.'], ['A. Sample'], undefined],
  ])('%s', (_what, blocks, authors, year) => {
    const { mention } = read(blocks);
    expect([mention.authors, mention.year]).toEqual([authors, year]);
  });

  it('takes the authors from a label where the entry has them nowhere else', () => {
    expect(read(['<span class="ltx_bib_title">Tides of the north</span>.', 'J. Coasts.'], 'Sample and Instance (2014)').mention).toMatchObject({ title: 'Tides of the north', authors: ['Sample', 'Instance'], year: 2014 });
  });
});

describe('ids', () => {
  it.each<[what: string, rest: string, arxivId: string | undefined, doi: string | undefined]>([
    ['arXiv with version and class', 'arXiv:1206.5533v2 [cs.LG], 2012.', '1206.5533', undefined],
    ['arXiv preprint', `${i('arXiv preprint arXiv:1412.6980')}, 2014.`, '1412.6980', undefined],
    ['arXiv e-prints', 'arXiv e-prints, art. arXiv:1412.6980, 2014.', '1412.6980', undefined],
    ['CoRR', 'CoRR, abs/1412.6980, 2014.', '1412.6980', undefined],
    ['an old one in brackets', 'Nucl. Phys. B 1 (1998) 2 [hep-th/9711200].', 'hep-th/9711200', undefined],
    ['an old one with a class', 'arXiv:math.GT/0202001.', 'math/0202001', undefined],
    ['a link', `URL ${a('https://arxiv.org/abs/1412.6980v9', 'here')}.`, '1412.6980', undefined],
    ['a link to the PDF', a('http://arxiv.org/pdf/1412.6980.pdf', 'PDF'), '1412.6980', undefined],
    ['a DOI of arXiv', a('https://doi.org/10.48550/arXiv.1412.6980', 'doi'), '1412.6980', undefined],
    ['a DOI', 'doi:10.1016/0098-3004(92)90004-B.', undefined, '10.1016/0098-3004(92)90004-b'],
    ['a DOI behind two resolvers', `doi:${a('http://dx.doi.org/https://doi.org/10.1137/0320018', 'https://doi.org/10.1137/0320018')}.`, undefined, '10.1137/0320018'],
    ['a DOI as an address', 'https://doi.org/10.1109/5.771073', undefined, '10.1109/5.771073'],
    ['two papers', 'arXiv:1412.6980; arXiv:1412.6981.', undefined, undefined],
    ['a number that is no id', 'Phys. Rev. B 1412.6980, 2014.', undefined, undefined],
    ['a link to another site', a('https://example.org/abs/1412.6980', 'here'), undefined, undefined],
    ['where the paper is cited', '<span class="ltx_bib_cited">Cited by: ' + a('https://arxiv.org/abs/1412.6980', '§1') + '</span>', undefined, undefined],
  ])('%s', (_what, rest, arxivId, doi) => {
    const { mention } = read(['A. Sample.', 'Tides of the north.', rest]);
    expect([mention.arxivId, mention.doi]).toEqual([arxivId, doi]);
  });
});

describe('whatever an entry says', () => {
  const bits = fc.constantFrom('A. Sample', ' and ', ', ', '. ', ': ', '; ', '“', '”', '"', '(2014)', ' 2014', 'In ', 'arXiv:', '1412.6980', '10.1000/1', 'doi:', '? ', '! ', '…', '\uD835', '李明', 'tides of the north', 'Tides', '[1] ', '(', ')', '$x$', '\u0000', ' ');
  const text = fc.array(fc.oneof({ weight: 4, arbitrary: bits }, fc.string({ maxLength: 8 })), { maxLength: 40 }).map((parts) => parts.join(''));
  const run = fc.record({ kind: fc.constantFrom('italic' as const, 'bold' as const, 'link' as const), start: fc.nat(200), end: fc.nat(200) });

  it('is read without a throw, and its stretches and title are its own words', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text, runs: fc.array(run, { maxLength: 4 }) }), { maxLength: 4 }), text, fc.array(fc.webUrl(), { maxLength: 3 }), (blocks, label, links) => {
        const { mention, titled, candidates, text: whole } = readReference({ blocks, label, links });
        const all = blocks.reduce((said, block) => (said === '' ? block.text : `${said} ${block.text}`), '');
        expect(whole.startsWith(all)).toBe(true);
        for (const stretch of titled ? [mention.title, ...candidates] : candidates) expect(all.includes(stretch)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
