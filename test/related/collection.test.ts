import { describe, expect, it } from 'vitest';
import { buildRelated, type CollectionEngine } from '../../src/related/engine.ts';
import type { WordTable } from '../../src/related/table.ts';
import { bundledPapers } from '../collections/bundled.ts';
import { tableAtHand } from './table-at-hand.ts';

interface Expectation {
  /** Beginnings of titles, as the others. */
  readonly paper: string;
  /** Must be among the first `within`. */
  readonly near: string;
  readonly within: number;
  /** Must not be called related. */
  readonly far: string;
  readonly because: string;
}

const expectations: readonly Expectation[] = [
  { paper: 'Wasserstein GAN', near: 'Improved Training of Wasserstein', within: 1, far: 'Filter-enhanced MLP', because: 'the second repairs the weight clipping of the first; recommendation shares nothing' },
  { paper: 'Improved Training of Wasserstein', near: 'Wasserstein GAN', within: 3, far: 'Improving Question Answering', because: 'it names what it improves; improving alone is no subject' },
  { paper: 'Show and Tell: A Neural', near: 'Show and Tell: Lessons', within: 1, far: 'Wasserstein GAN', because: 'the challenge entry is the same captioner' },
  { paper: 'Show and Tell: Lessons', near: 'Show and Tell: A Neural', within: 1, far: 'The History Began', because: 'lessons learned with that captioner; a survey of all deep learning is no relative' },
  { paper: 'StackGAN: Text', near: 'StackGAN++', within: 1, far: 'Neural Text Generation', because: 'one model in two versions; text generated is not text given' },
  { paper: 'DF-GAN', near: 'StackGAN: Text', within: 3, far: 'FutureFill', because: 'text-to-image synthesis against stacked generators' },
  { paper: 'Image Tokenizer Needs', near: 'Robust Latent Matters', within: 1, far: 'DeepCAD', because: 'both repair the sampling error between tokenizer and generator' },
  { paper: 'Robust Latent Matters', near: 'Image Tokenizer Needs', within: 1, far: 'Robust and Fine-Grained', because: 'the same gap from the other side; robust alone is no subject' },
  { paper: 'Machine Unlearning', near: 'Adapt then Unlearn', within: 1, far: 'Neural Machine Translation', because: 'generators that forget; machine is in both titles and means nothing' },
  { paper: 'Adapt then Unlearn', near: 'Machine Unlearning', within: 1, far: 'DFR: Deep Feature', because: 'generators that forget' },
  { paper: 'Robust and Fine-Grained', near: 'EAGLE', within: 1, far: 'AttnGAN', because: 'both detect generated text; fine-grained images are another matter' },
  { paper: 'EAGLE', near: 'Robust and Fine-Grained', within: 1, far: 'One-Shot Generative Domain', because: 'both detect generated text; domain adaptation of image generators does not' },
  { paper: 'The Curious Case', near: 'A Contrastive Framework', within: 1, far: 'Show and Tell: A Neural', because: 'both cure degenerate text by how it is decoded' },
  { paper: 'Sequence to Sequence', near: 'On the Properties of Neural', within: 3, far: 'Edge-based sequential', because: 'encoder and decoder for translation in the same year; graphs in sequence are another matter' },
  { paper: 'Neural Machine Translation', near: 'On the Properties of Neural', within: 1, far: 'Machine Unlearning', because: 'neural translation of sentences' },
  { paper: 'Training Generative Adversarial', near: 'Augmentation-Aware', within: 2, far: 'The Unmet Promise', because: 'augmentation for generators with little data; synthetic training images ask another question' },
  { paper: 'FedSyn', near: 'FRAug', within: 3, far: 'Masked Mixers', because: 'the two papers on federated learning' },
  { paper: 'Large Scale GAN Training', near: 'High-Fidelity Image Generation', within: 3, far: 'Massive-scale Decoding', because: 'the second reaches the fidelity of the first with fewer labels; scale alone is no subject' },
  { paper: 'CLIP-Guided', near: 'Prototype-supervised', within: 1, far: 'Text-To-Concept', because: 'generators of targeted attacks; the same image encoder is only a tool' },
  { paper: 'Large Generative Graph', near: 'When to Pre-Train Graph', within: 2, far: 'Large Scale Adversarial', because: 'graph models learned from many domains' },
  { paper: 'HyperNetworks', near: 'A Brief Review of Hypernetworks', within: 20, far: 'DSG', because: 'the review is about what the paper introduced, though papers on its sequence models come first' },
  { paper: 'A Brief Review of Hypernetworks', near: 'HyperNetworks', within: 10, far: 'Recent Trends', because: 'that is where they began; a review of language processing is no relative' },
  { paper: 'DeepCAD', near: 'Learning a Probabilistic', within: 1, far: 'pix2code', because: 'generators of three-dimensional shapes; code from screenshots is another matter' },
];

const papers = bundledPapers();
const row = (beginning: string): number => {
  const rows = papers.flatMap(({ title }, at) => (title.startsWith(beginning) ? [at] : []));
  if (rows.length !== 1) throw new Error(`"${beginning}" begins ${rows.length} titles`);
  return rows[0] ?? -1;
};

const atHand = tableAtHand();
const engines: { with: string; table?: WordTable }[] = [{ with: 'by words alone' }];
if (atHand !== undefined) engines.push({ with: 'with the word table', table: atHand });

describe.each(engines)('the bundled collection, $with', ({ table }) => {
  const engine = buildRelated(papers, table);

  it.each(expectations)('$paper: $because', ({ paper, near, within, far }) => {
    const neighbours = engine.nearestTo(row(paper), { limit: papers.length });
    expect(neighbours.slice(0, within).map(({ doc }) => papers[doc]?.title)).toContain(papers[row(near)]?.title);
    const related = neighbours.filter(({ closeness }) => closeness !== 'loosely related').map(({ doc }) => papers[doc]?.title);
    expect(related).not.toContain(papers[row(far)]?.title);
  });

  it('gives at least two reasons for every pair it calls related', () => {
    const related = [...papers.keys()].flatMap((doc) => engine.nearestTo(doc, { limit: 20, atLeast: 'related' }));
    expect(related.length).toBeGreaterThan(10);
    expect(related.filter(({ terms }) => new Set(terms).size < 2)).toEqual([]);
  });

  it.each([
    ['as it is', (): CollectionEngine => engine],
    ['with a model of its own', (): CollectionEngine => {
      const larger = buildRelated([...papers, ...papers.map(({ title, abstract }) => ({ title: `Again: ${title}`, abstract })), ...papers.map(({ abstract }, at) => ({ title: `Paper ${at}`, abstract }))], table);
      for (const _ of larger.adapt());
      return larger;
    }],
  ])('finds all that is related without comparing what cannot be, %s', (_, make) => {
    const asked = make();
    for (const { title } of papers) {
      const all = asked.nearest({ title }, { limit: asked.size }).filter(({ closeness }) => closeness !== 'loosely related');
      const found = asked.nearest({ title }, { limit: asked.size, atLeast: 'related' });
      expect(found.map(({ doc, score }) => [doc, score.toFixed(4)])).toEqual(all.map(({ doc, score }) => [doc, score.toFixed(4)]));
    }
  });

  it('calls no paper of a foreign field related', () => {
    for (const title of ['Spectral lines of distant quasars', 'Enzyme kinetics in yeast', 'Monsoon rainfall over the Deccan', 'Sheaf cohomology of rigid spaces', 'Labour markets after a minimum wage']) {
      expect(engine.nearest({ title }, { limit: 3, atLeast: 'related' })).toEqual([]);
    }
  });
});
