import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK, INLINE_EDGE, LINK_EDGE } from '../../src/mentions/edges.ts';
import { PaperFinder } from '../../src/mentions/paper-finder.ts';
import { quickKey } from '../../src/mentions/title-index.ts';
import { titleKey } from '../../src/paper/title-key.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { hostileText } from '../paper/hostile-text.ts';

const done = <T>(steps: Generator<unknown, T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
const paper = (title: string, year?: number, ...authors: string[]) => ({ title, authors, ...(year !== undefined && { year }) });
const PAPERS = [
  paper('HyperNetworks', 2016, 'David Ha', 'Andrew Dai', 'Quoc V. Le'),
  paper('Deep learning', 2015, 'Yann LeCun', 'Yoshua Bengio'),
  paper('Wasserstein GAN', 2017, 'Martin Arjovsky', 'Soumith Chintala'),
  paper('Deep Image Prior', 2017, 'Dmitry Ulyanov', 'Andrea Vedaldi'),
  paper('Generative Adversarial Networks', 2014, 'Ian Goodfellow'),
  paper('Self-Attention Generative Adversarial Networks', 2018, 'Han Zhang'),
  paper('Learning to Fold Napkins with Adversarial Neural Fields', 2020, 'Ada Crease'),
  paper('Pre-training β-VAEs for 3D: 1,000 Shapes', 2021, 'Zoë Ångström'),
  paper('Schrödinger’s Naïve Œuvre & Other Effects', 2019, 'Ada Crease'),
  paper('NICE', 2014, 'Laurent Dinh'),
];
const finder = done(PaperFinder.build(PAPERS));
const find = (text: string): string[] => done(finder.find(text)).map(({ start, end, row }) => `${row}: ${text.slice(start, end)}`);

describe('a title in a text', () => {
  test.each<[why: string, text: string, found: string[]]>([
    ['a block of its own', `Papers${BLOCK}HyperNetworks${BLOCK}more`, ['0: HyperNetworks']],
    ['a link', `we like ${LINK_EDGE}HyperNetworks${LINK_EDGE} a lot`, ['0: HyperNetworks']],
    ['quotes', 'In “HyperNetworks” one network writes another.', ['0: HyperNetworks']],
    ['quotes around a comma', '“HyperNetworks,” says the list', ['0: HyperNetworks']],
    ['a full stop on both sides', 'Ha, D. 2016. HyperNetworks. ICLR.', ['0: HyperNetworks']],
    ['the author beside it', 'Ulyanov et al., Deep Image Prior, CVPR', ['3: Deep Image Prior']],
    ['the first author right after it', 'as shown in Deep Image Prior (Ulyanov et al.)', ['3: Deep Image Prior']],
    ['the year right after it', 'see: Deep Image Prior, CVPR 2018', ['3: Deep Image Prior']],
    ['the authors in the next block', `deep image prior${BLOCK}Dmitry Ulyanov, Andrea Vedaldi`, ['3: deep image prior']],
    ['a common phrase with its author', '[7] Y. LeCun and Y. Bengio. Deep learning. Nature.', ['1: Deep learning']],
    ['a common phrase with its author, in a title of others too', 'I. Goodfellow. Generative Adversarial Networks. 2014.', ['4: Generative Adversarial Networks']],
    ['a long title between commas', 'Learning to fold napkins with adversarial neural fields, and more', ['6: Learning to fold napkins with adversarial neural fields']],
    ['a long title in capitals', `LEARNING TO FOLD NAPKINS WITH ADVERSARIAL NEURAL FIELDS${BLOCK}`, ['6: LEARNING TO FOLD NAPKINS WITH ADVERSARIAL NEURAL FIELDS']],
    ['other hyphens, spaces, accents and signs', `Pretraining beta-VAEs for 3-D – 1000 shapes${BLOCK}`, ['7: Pretraining beta-VAEs for 3-D – 1000 shapes']],
    ['the same with its signs', `Pretraining β‑VAEs for 3D: 1000 shapes${BLOCK}Ångström`, ['7: Pretraining β‑VAEs for 3D: 1000 shapes']],
    ['decomposed letters and a soft hyphen', `Schro\u0308dinger's Nai\u0308ve Œuv\u00ADre & Other Effects${BLOCK}`, [`8: Schro\u0308dinger's Nai\u0308ve Œuv\u00ADre & Other Effects`]],
    ['two, one after the other', `Wasserstein GAN${BLOCK}HyperNetworks`, ['2: Wasserstein GAN', '0: HyperNetworks']],
    ['emphasis within', `${BLOCK}Deep ${INLINE_EDGE}Image${INLINE_EDGE} Prior${BLOCK}`, [`3: Deep ${INLINE_EDGE}Image${INLINE_EDGE} Prior`]],
    ['no blank before the authors', `${BLOCK}${INLINE_EDGE}Deep Image Prior${INLINE_EDGE}${INLINE_EDGE}Dmitry Ulyanov${INLINE_EDGE}`, []],
    ['the longer of two', `${BLOCK}Self-Attention Generative Adversarial Networks${BLOCK}`, ['5: Self-Attention Generative Adversarial Networks']],
  ])('%s', (_, text, found) => expect(find(text)).toEqual(found));

  test.each<[why: string, text: string]>([
    ['a phrase in a sentence', 'Today deep learning is everywhere. Deep learning, which began long ago, is used.'],
    ['a phrase as a heading', `${BLOCK}Deep learning${BLOCK}Deep Learning${BLOCK}DEEP LEARNING${BLOCK}`],
    ['a phrase as a link', `see ${LINK_EDGE}Deep learning${LINK_EDGE} and ${LINK_EDGE}Generative Adversarial Networks${LINK_EDGE}`],
    ['a field as a heading', `${BLOCK}Generative Adversarial Networks${BLOCK}`],
    ['a name in a sentence', 'Such HyperNetworks and any Wasserstein GAN are trained; a Deep Image Prior is not.'],
    ['other capitals', `${BLOCK}Hypernetworks${BLOCK}Wasserstein Gan${BLOCK}wasserstein GAN${BLOCK}`],
    ['the end of a longer title', `${BLOCK}Improved Training of Wasserstein GAN${BLOCK}A Study of HyperNetworks${BLOCK}Gulrajani, Arjovsky, Chintala`],
    ['the beginning of a longer title', `${BLOCK}Wasserstein GAN for Speech${BLOCK}Deep Image Prior Revisited${BLOCK}HyperNetworks in Robotics${BLOCK}`],
    ['a title with a subtitle', `${BLOCK}Deep Image Prior: A Survey${BLOCK}HyperNetworks – An Overview${BLOCK}`],
    ['a plural', `${BLOCK}Improved Training of Wasserstein GANs${BLOCK}Wasserstein GANs${BLOCK}`],
    ['a caption', `Figure 3: Wasserstein GAN on faces, Wasserstein GAN, others.`],
    ['across two blocks', `Learning to Fold Napkins${BLOCK}with Adversarial Neural Fields`],
    ['a long title going on', `${BLOCK}Learning to Fold Napkins with Adversarial Neural Fields and Forks${BLOCK}`],
    ['a part of a word', `${BLOCK}MyHyperNetworks${BLOCK}HyperNetworks2${BLOCK}`],
    ['a title that is too short', `${BLOCK}NICE${BLOCK}Laurent Dinh`],
    ['another author', 'A. Sample and B. Other, Deep Image Prior, a talk'],
    ['the year of another', 'see: Deep Image Prior, talk of 2024'],
    ['a file', 'Download HyperNetworks.pdf or “HyperNetworks.zip”'],
  ])('is not %s', (_, text) => expect(find(text)).toEqual([]));
});

test('a plain title has its key without the long way', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), hostileText(), fc.stringMatching(/^[A-Za-z ,:;()?!'"-]{0,40}$/)), (title) => quickKey(title) === titleKey(title)), { numRuns: 2000 });
  for (const { title } of bundledPapers()) expect(quickKey(title)).toBe(titleKey(title));
});

describe('whatever the text', () => {
  const bundled = bundledPapers();
  const whole = done(PaperFinder.build(bundled));

  test('what is found is spelled as the title is, and in order', () => {
    const part = fc.oneof(hostileText(), fc.constantFrom(...bundled.slice(0, 40).map(({ title }) => title), BLOCK, LINK_EDGE, INLINE_EDGE, '. ', ' “', '” ', ', '));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, row } of done(whole.find(text))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(titleKey(text.slice(start, end).replaceAll(/[\uE000\uE001]/g, ''))).toBe(titleKey(bundled[row]?.title ?? ''));
          last = end;
        }
      }),
    );
  });

  test('every title of the collection is found in a list with its authors', () => {
    const text = bundled.map(({ title, authors }) => `${title}${BLOCK}${authors.join(', ')}`).join(`${BLOCK}${BLOCK}`);
    const found = new Set(done(whole.find(text)).map(({ row }) => bundled[row]?.key));
    const named = bundled.filter(({ authors, title }) => authors.length > 0 || title.split(' ').length >= 6);
    expect(named.filter(({ key }) => !found.has(key)).map(({ title }) => title)).toEqual([]);
  });

  test('no title of the collection is found inside longer titles', () => {
    const text = bundled.map(({ title }) => `${BLOCK}Towards ${title}${BLOCK}${title} in Practice${BLOCK}${title}: A Survey${BLOCK}Beyond ${title} with Forks${BLOCK}`).join('');
    const inside = done(whole.find(text)).map(({ start, end }) => text.slice(start - 12, end + 12));
    expect(inside).toEqual([]);
  });
});
