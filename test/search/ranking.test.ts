import { describe, expect, test } from 'vitest';
import { found, papers, searchBundled, searchTitles, titleOf } from './bundled-search.ts';

const GAN = 'Generative Adversarial Networks';
const SHOW_GENERATOR = 'Show and Tell: A Neural Image Caption Generator';
const SHOW_LESSONS = 'Show and Tell: Lessons learned from the 2015 MSCOCO Image Captioning Challenge';

describe('what a reader types, and the papers that should lead', () => {
  test.each([
    ['a whole title leads the titles that contain it', 'wasserstein gan', ['Wasserstein GAN', 'Improved Training of Wasserstein GANs']],
    ['words that only the longer title has lead to it', 'improved training wasserstein', ['Improved Training of Wasserstein GANs']],
    ['a plural finds the singular', 'wasserstein gans', ['Wasserstein GAN']],
    ['the shortest title made of the words leads, though sixty share them', 'generative adversarial networks', [GAN]],
    ['two misspelt words still mean what they mean', 'generatve adverserial', [GAN]],
    ['two letters changed places', 'imgae caption', [SHOW_GENERATOR]],
    ['a letter left out of a long word', 'recurent neural network', ['Relation Classification via Recurrent Neural Network']],
    ['a letter too many', 'pixx2code', ['pix2code: Generating Code from a Graphical User Interface Screenshot']],
    ['a name half typed', 'styleg', ['StyleGAN-XL: Scaling StyleGAN to Large Diverse Datasets']],
    ['one letter more decides', 'stylegan2', ['StyleGAN2 Distillation for Feed-forward Image Manipulation']],
    ['a word inside a compound name begins it', 'hypernet', ['HyperNetworks']],
    ['a one-word title leads the papers about it', 'hypernetworks', ['HyperNetworks', 'A Brief Review of Hypernetworks in Deep Learning']],
    ['a name without signs is not the name with signs', 'stackgan', ['StackGAN: Text to Photo-realistic Image Synthesis with Stacked Generative Adversarial Networks']],
    ['signs that end a name count', 'stackgan++', ['StackGAN++: Realistic Image Synthesis with Stacked Generative Adversarial Networks']],
    ['half remembered words of a title', 'curious degeneration', ['The Curious Case of Neural Text Degeneration']],
    ['word order decides between like titles', 'sequence to sequence', ['Sequence to Sequence Learning with Neural Networks']],
    ['a word and its verb form', 'neural image captioning', [SHOW_GENERATOR]],
    ['function words do not stand in the way', 'what is the answer to generative ai', ['If generative AI is the answer, what is the question?']],
    ['a title of function words', 'when to pre-train', ['When to Pre-Train Graph Neural Networks? From Data Generation Perspective!']],
    ['a space too many', 'hyper networks', ['HyperNetworks']],
    ['hyphens are optional', 'zero shot learning', ['Feature Generating Networks for Zero-Shot Learning']],
    ['hyphened words may be written as one', 'autoencoder text', ['Educating Text Autoencoders: Latent Representation Guidance via Denoising', 'Byte-Level Recursive Convolutional Auto-Encoder for Text']],
    ['a term that only abstracts have', 'wgan collapse', ['Wasserstein GAN']],
    ['a measure by its name', 'inception score', ['A Note on the Inception Score']],
    ['a data set and a task', 'mscoco captioning', [SHOW_LESSONS]],
    ['a name of an author with an accent, typed without', 'gavranovic', ['Compositional Deep Learning']],
    ['an author and a year', 'karras 2018', ['A Style-Based Generator Architecture for Generative Adversarial Networks']],
    ['an author and a subject', 'sutskever sequence', ['Sequence to Sequence Learning with Neural Networks']],
    ['the beginning of an arXiv id', '1711.109', ['Deep Image Prior']],
    ['a title with a line break and a ligature', 'Plug &\nPlay Generative Networks: Conditional Iterative Generation of Images in Latent Space', ['Plug & Play Generative Networks: Conditional Iterative Generation of Images in Latent Space']],
    ['curly quotes and ligatures', '“CNN‐generated images are surprisingly easy to spot… for now” ﬁ', ['CNN-generated images are surprisingly easy to spot... for now']],
    ['three words of which one is in no paper', 'inception score xylophone', ['A Note on the Inception Score']],
  ])('%s: %j', async (_, query, expected) => {
    expect((await found(query)).slice(0, expected.length)).toEqual(expected);
  });
});

/** All titles found, in alphabetical order. */
const all = async (query: string): Promise<string[]> => (await found(query, 207)).sort();

/** Every row that matches. */
const rowsOf = async (query: string): Promise<number[]> => {
  const { has } = await searchBundled(query, 207);
  return [...papers.keys()].filter(has);
};

const titlesBy = (author: RegExp): string[] => papers.filter(({ authors }) => authors.some((name) => author.test(name))).map(({ title }) => title).sort();

describe('fields', () => {
  test.each([
    ['author:goodfellow year:2014', [GAN]],
    ['author:"Alec Radford" inception', []],
    ['author:"Sepp Hochreiter" lstm', []],
    ['author:"Karras, Tero" year:2020', ['Training Generative Adversarial Networks with Limited Data']],
    ['author:gavranović', ['Compositional Deep Learning']],
    ['author:"ilya sutskever" year:2014', ['Sequence to Sequence Learning with Neural Networks']],
    ['arxiv:1711.10925v3', ['Deep Image Prior']],
    ['author:nobody gan', []],
    ['year:1066', []],
  ])('%s', async (query, expected) => {
    expect(await all(query)).toEqual(expected);
  });

  test('author: wants one person to bear the whole name', async () => {
    expect(await all('author:"ian goodfellow"')).toEqual(titlesBy(/^Ian .*Goodfellow$/));
    expect(await all('author:goodfellow')).toEqual(titlesBy(/Goodfellow$/));
    expect(await all('author:goodfelow')).toEqual(titlesBy(/Goodfellow$/));
    // Both names stand on one paper, but no one bears both.
    expect(await all('author:"ian bengio"')).toEqual([]);
    expect(await all('author:goodfellow author:bengio')).toEqual([GAN]);
  });

  test.each([
    ['year:2017', (year: number) => year === 2017],
    ['year:2016-2019', (year: number) => year >= 2016 && year <= 2019],
    ['year:>=2020', (year: number) => year >= 2020],
    ['year:<2015', (year: number) => year < 2015],
    ['year:201', (year: number) => year >= 2010 && year < 2020],
  ])('%s keeps exactly the papers of these years', async (query, passes) => {
    const rows = papers.flatMap(({ year }, row) => (year !== undefined && passes(year) ? [row] : []));
    expect(rows.length).toBeGreaterThan(0);
    expect(await rowsOf(query)).toEqual(rows);
  });

  test('years and words together keep what has both', async () => {
    for (const { row } of (await searchBundled('transformer year:>=2024', 207)).best) expect(papers[row]?.year).toBeGreaterThanOrEqual(2024);
  });
});

/** Words between single blanks, so that a phrase can be looked for by plain comparison. */
const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `;

describe('phrases', () => {
  test.each(['show and tell', 'mode collapse', 'generative adversarial networks', 'is all you need', 'state-of-the-art', 'the problem of'])('"%s" finds exactly the papers that have it', async (phrase) => {
    const has = papers.flatMap(({ title, abstract }, row) => (plain(title).includes(plain(phrase)) || plain(abstract).includes(plain(phrase)) ? [row] : []));
    expect(has.length).toBeGreaterThan(0);
    expect(await rowsOf(`"${phrase}"`)).toEqual(has);
  });

  test('an open quote finds what it begins', async () => {
    expect((await found('"show and te')).slice(0, 2).sort()).toEqual([SHOW_GENERATOR, SHOW_LESSONS]);
    expect(await found('"tell and show"')).toEqual([]);
  });

  test('must stand beside the other words', async () => {
    expect(await found('"show and tell" lessons')).toEqual([SHOW_LESSONS]);
    expect(await found('"show and tell" xylophone')).toEqual([]);
  });
});

const marked = async (query: string, title: string): Promise<string[]> => {
  const match = (await searchBundled(query, 207)).best.find(({ row }) => titleOf(row) === title);
  return (match?.title.marks ?? []).map(([start, end]) => title.slice(start, end));
};

describe('what is marked', () => {
  test.each([
    ['wasserstein gan', 'Improved Training of Wasserstein GANs', ['Wasserstein', 'GANs']],
    ['generatve adverserial', GAN, ['Generative', 'Adversarial']],
    ['the styleg', 'StyleGAN-XL: Scaling StyleGAN to Large Diverse Datasets', ['StyleGAN', 'StyleGAN']],
    ['autoencoders', 'Byte-Level Recursive Convolutional Auto-Encoder for Text', ['Auto-Encoder']],
    ['"show and tell"', SHOW_GENERATOR, ['Show and Tell']],
  ])('%j in "%s"', async (query, title, expected) => {
    expect(await marked(query, title)).toEqual(expected);
  });

  test('a word that is merely like the query is no mark in a paper that has the word itself', async () => {
    const { abstract } = (await searchBundled('cuda code')).best[0]!;
    expect(abstract.text).toContain('node');
    expect(new Set(abstract.marks.map(([start, end]) => abstract.text.slice(start, end)))).toEqual(new Set(['code']));
  });

  test('the excerpt shows the words that were found in the abstract', async () => {
    const [first] = (await searchBundled('mode collapse meaningful learning curves')).best;
    expect(titleOf(first?.row ?? -1)).toBe('Wasserstein GAN');
    const { text, marks } = first!.excerpt;
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['learning', 'mode', 'collapse', 'meaningful', 'learning', 'curves']);
  });
});

describe('an empty question', () => {
  test.each(['', '   ', '"', 'author:', 'year:', '…', 'year:soon'])('%j finds nothing', async (query) => {
    expect(await searchBundled(query)).toMatchObject({ best: [], total: 0 });
  });
});

describe('titles alone', () => {
  test('answer while the abstracts are being read', async () => {
    expect((await searchTitles('wasserstein gan')).best.map(({ row }) => titleOf(row))).toEqual(['Wasserstein GAN', 'Improved Training of Wasserstein GANs']);
    expect((await searchTitles('author:goodfellow year:2014')).best.map(({ row }) => titleOf(row))).toEqual([GAN]);
  });
});

/** A small linear congruential generator, so that the drawn typing errors are the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One letter left out, doubled, changed or swapped in one word of four letters or more. */
function mistype(text: string, random: (below: number) => number): string {
  const words = text.split(' ');
  const long = words.flatMap((word, at) => (word.length >= 4 ? [at] : []));
  const at = long[random(long.length)];
  if (at === undefined) return text;
  const word = words[at]!;
  const letter = random(word.length - 1);
  const [before, here, next, after] = [word.slice(0, letter), word.charAt(letter), word.charAt(letter + 1), word.slice(letter + 2)];
  const other = String.fromCharCode(97 + random(26));
  const ways = [before + next + after, before + here + here + next + after, before + other + next + after, before + next + here + after];
  return words.with(at, ways[random(ways.length)]!).join(' ');
}

describe('any three neighbouring words of a title', () => {
  const triples = papers.flatMap(({ title }, row) => {
    const words = title.split(' ');
    return words.slice(2).map((_, at) => ({ row, query: words.slice(at, at + 3).join(' ') }));
  }).filter((_, at) => at % 3 === 0);
  const share = async (change: (query: string) => string): Promise<number> => {
    let first = 0;
    for (const { row, query } of triples) if ((await searchBundled(change(query), 3)).best.some((match) => match.row === row)) first++;
    return first / triples.length;
  };

  test('bring its paper among the first three, 97 times in 100', async () => {
    expect(triples.length).toBeGreaterThan(400);
    expect(await share((query) => query)).toBeGreaterThan(0.97);
  });

  test('and with one typing error 95 times', async () => {
    const random = randomFrom(1);
    expect(await share((query) => mistype(query, random))).toBeGreaterThan(0.95);
  });
});
