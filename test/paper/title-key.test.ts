import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleKey } from '../../src/paper/title-key.ts';
import { hostileText } from './hostile-text.ts';

describe('one title, many spellings', () => {
  test.each([
    ['TeX accent', 'Schr\\"odinger bridges', 'Schrödinger bridges'],
    ['TeX accent in braces', "Poincar{\\'e} maps and Erd\\H{o}s graphs", 'Poincaré maps and Erdős graphs'],
    ['TeX accent before dotless i', 'Na{\\"\\i}ve Bayes', 'naive bayes'],
    ['TeX letter with a space', 'Sm\\o rrebr\\o d', 'Smørrebrød'],
    ['TeX Greek', '$\\beta$-VAE', 'β-VAE'],
    ['Greek by name', 'Beta-VAE', 'β-VAE'],
    ['TeX variant Greek', '$\\varepsilon$-greedy', 'ε-greedy'],
    ['TeX formatting', 'Bounds on $\\mathcal{L}$ and \\textit{why}', 'Bounds on L and why'],
    ['TeX ampersand', 'Plug \\& Play', 'Plug & Play'],
    ['ampersand in words', 'Plug & Play', 'Plug and Play'],
    ['TeX exponent', 'The $10^{2}$ Problem', 'The 10² Problem'],
    ['TeX fraction', 'At $\\nu=\\frac{5}{2}$', 'At ν = 5/2'],
    ['TeX arrow', '$B \\to K$ decays', 'B → K decays'],
    ['TeX infinity', 'Robust in $\\ell_\\infty$', 'Robust in ℓ∞'],
    ['entity', 'Signal &amp; Noise', 'Signal & Noise'],
    ['double entity', 'Signal &amp;amp; Noise', 'Signal & Noise'],
    ['numeric entity', 'Caf&#233; &#x2013; Nets', 'Café – Nets'],
    ['accent entity', 'Caf&eacute; Nets', 'Café Nets'],
    ['comparison entity', 'Dimension 2&lt;d&lt;4', 'Dimension 2<d<4'],
    ['stray tags', 'Growth of <i>E. coli</i> in H<sub>2</sub>O', 'Growth of E. coli in H2O'],
    ['escaped tags', '&lt;em&gt;E. coli&lt;/em&gt;', 'E. coli'],
    ['dashes', 'Self-supervised – a study—of nets', 'Self‑supervised - a study -- of nets'],
    ['quotes', '“Why” isn’t', '"Why" isn\'t'],
    ['ellipsis', 'For now…', 'For now...'],
    ['zero width and bidi', 'Deep\u200B Im\u00ADage\u2069 \u202EPrior', 'Deep Image Prior'],
    ['line break', 'Deep\n   Image\r\n\tPrior', 'Deep Image Prior'],
    ['hyphenation', 'Generative adver-\nsarial nets', 'Generative adversarial nets'],
    ['ligature', 'Eﬃcient ﬂows', 'Efficient flows'],
    ['full width', 'Ｄｅｅｐ　Ｎｅｔｓ２', 'Deep Nets2'],
    ['full stop', 'Deep nets.', 'Deep nets'],
    ['descriptor', 'Title: Deep nets', 'Deep nets'],
    ['glued descriptor', 'Title:Deep nets', 'Deep nets'],
    ['joined words', 'Pretraining auto-encoders', 'Pre-training autoencoders'],
    ['separate words', 'Pre training auto encoders', 'Pre-training autoencoders'],
    ['Turkish and German case', 'İSTANBUL STRASSE', 'istanbul straße'],
    ['thousands', 'The 10,000 hours', 'The 10000 hours'],
    ['decomposed', 'Cafe\u0301 が', 'Café が'],
  ])('%s', (_, one, other) => {
    expect(titleKey(one)).toBe(titleKey(other));
    expect(titleKey(one)).not.toBe('');
  });
});

describe('two titles stay two', () => {
  test.each([
    ['StackGAN', 'StackGAN++'],
    ['From C to Rust', 'From C++ to Rust'],
    ['From C# to Rust', 'From C++ to Rust'],
    ['A search', 'A* search'],
    ['GPT-3.5 tested', 'GPT-35 tested'],
    ['SU(1,2) groups', 'SU(12) groups'],
    ['The $10^2$ problem', 'The 102 problem'],
    ['Order for d<4', 'Order for d>4'],
    ['$D \\to K^-\\pi^+$', '$D \\to K^+\\pi^-$'],
    ['$\\alpha$-divergence', '$\\beta$-divergence'],
    ['かき', 'がき'],
    ['हिन्दी', 'हन्दी'],
    ['深層学習', '深層強化学習'],
    ['Wasserstein GAN', 'Wasserstein GANs'],
    ['50% dropout', '50 dropout'],
  ])('%s / %s', (one, other) => expect(titleKey(one)).not.toBe(titleKey(other)));
});

test.each(['', ' ', '?!', '—', '\u200B', '$$', '+++', '🦙', '&nbsp;'])('no letter or digit, no key: %j', (title) => expect(titleKey(title)).toBe(''));

test('the key of a key is the key', () => {
  fc.assert(fc.property(hostileText(700), (title) => titleKey(titleKey(title)) === titleKey(title)), { numRuns: 2000 });
});

test.each([`${'ß'.repeat(255)}1.5`, `${'ß'.repeat(255)}1 5`, 'Ω'.repeat(500)])('a key that folding made too long is cut to a key: %s', (title) => {
  const key = titleKey(title);
  expect(titleKey(key)).toBe(key);
  expect(key.length).toBeLessThanOrEqual(512);
});

test('a long text is cut before it is read', () => {
  expect(titleKey('ab '.repeat(100_000))).toBe(titleKey('ab '.repeat(200)));
  for (const piece of 'a1 .,_-:<&;\\{}$^é\u0301\uD800'.split('')) expect(() => titleKey(piece.repeat(100_000))).not.toThrow();
});
