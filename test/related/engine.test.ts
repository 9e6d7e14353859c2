import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRelated } from '../../src/related/engine.ts';
import type { Text } from '../../src/related/related.ts';
import { loadRelated, storeRelated, StoredRelatedError } from '../../src/related/store.ts';

const papers: readonly Text[] = [
  { title: 'Pruning convolutional filters by their gradients', abstract: 'Convolutional filters whose gradients vanish are pruned. The pruned network keeps its accuracy on small images while half of the filters are gone, and inference becomes cheaper on phones without special hardware or retraining from scratch.' },
  { title: 'Filter pruning with gradients for phones', abstract: 'Phones need cheap inference. We prune convolutional filters by the gradients they receive, and find that half of the filters of a network can go while accuracy on small images is kept without retraining it from scratch.' },
  { title: 'Spectral lines of distant quasars', abstract: 'Distant quasars show absorption lines of neutral hydrogen. From high resolution spectra of twelve quasars the density of intergalactic gas is derived, and its evolution with redshift is compared with simulations of the young universe.' },
  { title: 'Hydrogen absorption toward quasars at high redshift', abstract: 'Absorption by neutral hydrogen toward quasars tells how intergalactic gas was ionised. Spectra of quasars at high redshift are compared with simulations, and the density of the gas is found to fall faster than expected.' },
  { title: 'Speech recognition for rare languages', abstract: 'Recognising speech in languages with few recordings is hard. A model trained on many languages is tuned with an hour of recordings of a rare one, and word errors fall by a third in eleven languages of four families.' },
  { title: '', abstract: '' },
];

describe('neighbours', () => {
  const engine = buildRelated(papers);

  it('finds the paper about the same thing first, and says why', () => {
    const [first] = engine.nearestTo(0, { limit: 3 });
    expect(first?.doc).toBe(1);
    expect(first?.closeness).toBe('strongly related');
    expect(first?.terms.length).toBeGreaterThanOrEqual(2);
    expect(first?.terms.join(' ')).toMatch(/filters/);
  });

  it('never names the paper itself, neither by row nor by its text', () => {
    for (let doc = 0; doc < papers.length; doc++) {
      expect(engine.nearestTo(doc, { limit: 9 }).map((neighbour) => neighbour.doc)).not.toContain(doc);
      expect(engine.nearest(papers[doc]!, { limit: 9 }).map((neighbour) => neighbour.doc)).not.toContain(doc);
    }
  });

  it('leaves out what is excluded and what is not close enough', () => {
    expect(engine.nearestTo(0, { limit: 9, exclude: new Set([1]) }).map((neighbour) => neighbour.doc)).not.toContain(1);
    expect(engine.nearestTo(0, { limit: 9, atLeast: 'related' }).map((neighbour) => neighbour.doc)).toEqual([1]);
    expect(engine.nearestTo(4, { limit: 9, atLeast: 'related' })).toEqual([]);
  });

  it('gives the nearest one where none is close enough and it is asked for, with the score it has in the whole list', () => {
    const [nearest] = engine.nearestTo(4, { limit: 9 });
    expect(engine.nearestTo(4, { limit: 9, atLeast: 'related', orNearest: true })).toEqual([nearest]);
    expect(engine.nearestTo(0, { limit: 9, atLeast: 'related', orNearest: true }).map(({ doc }) => doc)).toEqual([1]);
    expect(engine.nearest({ title: '42 · ∫∫ ?!' }, { limit: 9, atLeast: 'related', orNearest: true })).toEqual([]);
    expect(engine.nearestTo(0, { limit: 0, atLeast: 'related', orNearest: true })).toEqual([]);
  });

  it('counts a paper that is there twice once', () => {
    const twice = buildRelated([...papers, { ...papers[1]!, title: `${papers[1]!.title}.` }]);
    expect(twice.nearestTo(0, { limit: 9 }).map((neighbour) => neighbour.doc)).not.toContain(6);
    expect(twice.nearestTo(6, { limit: 9 }).map((neighbour) => neighbour.doc)).not.toContain(1);
  });

  it('has no neighbours for a text without words, nor near one', () => {
    expect(engine.nearest({ title: '' }, { limit: 9 })).toEqual([]);
    expect(engine.nearest({ title: '42 · ∫∫ ?!' }, { limit: 9 })).toEqual([]);
    expect(engine.nearestTo(5, { limit: 9 })).toEqual([]);
  });

  it('writes reasons as the texts do', () => {
    const engine = buildRelated([
      { title: 'On Zero-Shot GANs', abstract: 'zero-shot GANs and the StyleGAN' },
      { title: 'Birds', abstract: 'owls and crows' },
    ]);
    expect(engine.nearest({ title: 'Zero-shot: a stylegan, gans' }, { limit: 1 })[0]?.terms).toEqual(expect.arrayContaining(['zero-shot', 'GANs', 'StyleGAN']));
  });

  it('is modest where one word is all that is shared', () => {
    const [only] = buildRelated([{ title: 'Quasars' }, { title: 'Birds' }]).nearest({ title: 'Quasar' }, { limit: 1 });
    expect(only).toBeUndefined();
    const [one] = buildRelated([{ title: 'Quasars near birds' }, { title: 'Fish' }]).nearest({ title: 'Quasars' }, { limit: 1 });
    expect(one?.closeness).toBe('loosely related');
  });
});

describe('other scripts', () => {
  const engine = buildRelated([
    { title: '深度学习用于医学图像分割', abstract: '本文用卷积网络分割肝脏和肾脏的医学图像,并比较几种损失函数。少量标注的图像也能得到准确的器官边界。' },
    { title: '量子纠错码的译码', abstract: '表面码的译码需要很快。我们提出一种并行的匹配算法,在噪声较高时仍能纠正错误,并给出阈值的数值结果。' },
    { title: 'Сегментация снимков лёгких', abstract: 'Сегментация снимков лёгких помогает врачам.' },
  ]);

  it.each([
    ['医学图像分割的损失函数', 0, /医学图像分割/],
    ['表面码的快速译码', 1, /表面码/],
    ['Сегментация снимков мозга', 2, /Сегментация снимков/],
  ])('%s', (title, doc, reason) => {
    const [first, ...others] = engine.nearest({ title }, { limit: 3 });
    expect(first).toMatchObject({ doc });
    expect(first?.terms.join(' · ')).toMatch(reason);
    expect(others.every(({ score }) => score < (first?.score ?? 0) / 4)).toBe(true);
  });
});

const word = fc.constantFrom('quasar', 'hydrogen', 'filter', 'pruning', 'speech', 'Recognition', 'gas', 'zero-shot', 'rare', 'the', 'gans');
const text = fc.record({ title: fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')), abstract: fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')) });
const collection = fc.array(text, { minLength: 1, maxLength: 30 });

describe('scores', () => {
  it('are the same in both directions', () => {
    fc.assert(
      fc.property(collection, (texts) => {
        const engine = buildRelated(texts);
        texts.forEach((a, i) => {
          const scores = engine.scores(a);
          texts.forEach((b, j) => expect(scores[j]).toBeCloseTo(engine.scores(b)[i] ?? NaN, 5));
        });
      }),
      { numRuns: 10 },
    );
  });

  it('do not depend on the order of the documents', () => {
    fc.assert(
      fc.property(collection, text, (texts, query) => {
        const forward = buildRelated(texts).scores(query);
        const backward = buildRelated(texts.toReversed()).scores(query);
        forward.forEach((score, i) => expect(backward[texts.length - 1 - i]).toBeCloseTo(score, 5));
      }),
    );
  });

  it('are those of a rebuilt engine after each paper added', () => {
    fc.assert(
      fc.property(collection, collection, text, (first, more, query) => {
        const engine = buildRelated(first);
        engine.scores(query);
        for (const added of more) engine.add(added);
        expect(engine.scores(query)).toEqual(buildRelated([...first, ...more]).scores(query));
      }),
    );
  });
});

describe('a large collection', () => {
  const many = Array.from({ length: 4200 }, (_, at): Text => ({ title: `Subject${at % 700} of kind${at % 61} in place${at % 37}`, abstract: `subject${at % 700} method${at % 113} `.repeat(20) }));
  const engine = buildRelated(many);
  const late = { title: 'Owls and quasars of kind7', abstract: 'subject5 owls '.repeat(20) };

  it('lets its weights lag while a few papers come in, and is hardly changed by that', () => {
    engine.scores(late);
    const row = engine.add(late);
    const [lagging, rebuilt] = [engine.scores(late), buildRelated([...many, late]).scores(late)];
    expect(lagging[row]).toBeCloseTo(1, 5);
    expect(lagging).not.toEqual(rebuilt);
    lagging.forEach((score, doc) => expect(Math.abs(score - (rebuilt[doc] ?? NaN))).toBeLessThan(0.02));
  });

  it('gives the nearest of all, though it looks closely at the best candidates only', () => {
    const scores = engine.scores(many[17] ?? { title: '' });
    const best = [...scores.keys()].filter((doc) => doc !== 17).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, 5);
    expect(engine.nearestTo(17, { limit: 5 }).map(({ score }) => score)).toEqual(best.map((doc) => expect.closeTo(scores[doc] ?? NaN, 5)));
  });
});

describe('a stored engine', () => {
  it('answers as before, and goes on growing', () => {
    fc.assert(
      fc.property(collection, text, text, (texts, query, added) => {
        const engine = buildRelated(texts);
        const loaded = loadRelated(storeRelated(engine));
        expect(loaded.size).toBe(texts.length);
        expect(loaded.nearest(query, { limit: 5 })).toEqual(engine.nearest(query, { limit: 5 }));
        loaded.add(added);
        engine.add(added);
        expect(loaded.scores(query)).toEqual(engine.scores(query));
      }),
    );
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['empty', () => new Uint8Array(0)],
    ['cut off', (bytes) => bytes.slice(0, -8)],
    ['cut off within a word', (bytes) => bytes.slice(0, -3)],
    ['longer than stated', (bytes) => Uint8Array.from([...bytes, ...new Uint8Array(8)])],
    ['of another kind', (bytes) => bytes.fill(65, 0, 4)],
    ['of another version', (bytes) => bytes.fill(99, 4, 5)],
    ['of another table', (bytes) => bytes.fill(99, 8, 9)],
    ['changed in one bit', (bytes) => bytes.fill((bytes[400] ?? 0) ^ 1, 400, 401)],
  ])('is refused when %s', (_, damage) => {
    const bytes = new Uint8Array(storeRelated(buildRelated(papers)));
    const damaged = damage(bytes);
    expect(() => loadRelated(damaged.slice().buffer)).toThrow(StoredRelatedError);
  });
});
