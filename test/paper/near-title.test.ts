import { describe, expect, test } from 'vitest';
import { isNearTitle, nearProbes, nearQueries } from '../../src/paper/near-title.ts';
import { keyOfWords } from '../../src/paper/title-key.ts';
import { titleWords } from '../../src/paper/title-words.ts';

const REAL = new Set(['neural', 'neutral', 'modes', 'planning', 'caption', 'cation', 'paper', 'papers', 'folding', 'holding', 'modelling', 'modeling', 'optimisation', 'optimization', 'behaviour', 'behavior']);
const isKnown = (word: string): boolean => REAL.has(word);
const near = (ours: string, theirs: string, sharesAuthor = false): boolean => isNearTitle(titleWords(ours), titleWords(theirs), isKnown, sharesAuthor);

const NAPKINS = 'Learning to Fold Napkins with Adversarial Neural Fields';

describe('nearly the same', () => {
  test.each([
    ['a letter missing', NAPKINS, 'Learning to Fold Napkins with Adverarial Neural Fields'],
    ['a letter added', NAPKINS, 'Learning to Fold Napkins with Adverssarial Neural Fields'],
    ['a letter replaced', NAPKINS, 'Learning to Fold Napkins with Adversatial Neural Fields'],
    ['letters swapped', NAPKINS, 'Learning to Fold Napkins with Advesrarial Neural Fields'],
    ['last letters swapped', NAPKINS, 'Learning to Fold Napkins with Adversarila Neural Fields'],
    ['in capitals', NAPKINS, 'LEARNING TO FOLD NAPKINS WITH ADVERARIAL NEURAL FIELDS'],
    ['beside another cut of words', 'Pre-Training of Adversarial Napkin Folders', 'Pretraining of Adverarial Napkin Folders'],
    ['a plural', NAPKINS, 'Learning to Fold Napkins with Adversarial Neural Field'],
    ['British spelling', 'Modeling the Optimization of Napkins in Restaurants', 'Modelling the Optimization of Napkins in Restaurants'],
    ['American spelling', 'On the Behaviour of Napkins in Open Restaurants', 'On the Behavior of Napkins in Open Restaurants'],
    ['a subtitle dropped', 'The Quiet Geometry of Folded Paper Napkins: Curvature without Creases', 'The Quiet Geometry of Folded Paper Napkins'],
    ['a dropped subtitle after a dash', 'The Quiet Geometry of Folded Paper Napkins – Curvature without Creases', 'The Quiet Geometry of Folded Paper Napkins'],
    ['a subtitle reworded', 'Do Folded Paper Napkins Dream Geometry? An Answer from the Curvature Perspective of Creases', 'Do Folded Paper Napkins Dream Geometry? From the Curvature Perspective of Creases'],
  ])('%s', (_, ours, theirs) => expect(near(ours, theirs)).toBe(true));

  test.each([
    ['a subtitle added', 'The Quiet Geometry of Folded Paper Napkins', 'The Quiet Geometry of Folded Paper Napkins: Curvature without Creases'],
    ['a subtitle that grew', 'Do Folded Paper Napkins Dream Geometry? From the Curvature Perspective of Creases', 'Do Folded Paper Napkins Dream Geometry? An Answer from the Curvature Perspective of Creases'],
  ])('%s, only where an author is shared', (_, ours, theirs) => {
    expect(near(ours, theirs, true)).toBe(true);
    expect(near(ours, theirs, false)).toBe(false);
  });
});

describe('another paper', () => {
  test.each([
    ['another real word', NAPKINS, 'Learning to Fold Napkins with Adversarial Neutral Fields'],
    ['another real word, further apart', NAPKINS, 'Learning to Sort Napkins with Adversarial Neural Fields'],
    ['a word dropped', NAPKINS, 'Learning to Fold Napkins with Neural Fields'],
    ['a word added', NAPKINS, 'Learning to Fold Wet Napkins with Adversarial Neural Fields'],
    ['another first letter', 'Estimating the Quality of Napkin Folds', 'Estimating the Equality of Napkin Folds'],
    ['another ending', 'Generative Napkins for Folding Restaurants', 'Generation Napkins for Folding Restaurants'],
    ['two words misspelt', NAPKINS, 'Learnng to Fold Napkins with Adverarial Neural Fields'],
    ['a short title', 'Adversarial Napkin Folding', 'Adverarial Napkin Folding'],
    ['a short title and a plural', 'Conditional Adversarial Napkin Folders', 'Conditional Adversarial Napkin Folder'],
    ['a name in capitals', 'Training a FOLDGAN on Very Large Napkins', 'Training a FOLDGANS on Very Large Napkins'],
    ['a camel-case name', 'Training FoldFormer on Very Large Napkins', 'Training FoldFormed on Very Large Napkins'],
    ['a name with a digit', 'Training folding2 on Very Large Napkins', 'Training folding3 on Very Large Napkins'],
    ['a name before the colon', 'Foldamer: Learning to Crease Napkins Quickly', 'Foldaner: Learning to Crease Napkins Quickly'],
    ['another subtitle after a name', 'FoldNet: Creasing Napkins at the Speed of Light', 'FoldNet: Creasing Napkins'],
    ['another subtitle after a short phrase', 'Fold and Crease: A Neural Napkin Generator', 'Fold and Crease: Lessons Learned from the Napkin Challenge'],
    ['a short head alone', 'Fold and Crease: A Neural Napkin Generator', 'Fold and Crease'],
    ['one word of a subtitle', 'The Quiet Geometry of Folded Paper Napkins: Curvature of Hidden Creases', 'The Quiet Geometry of Folded Paper Napkins: Torsion of Hidden Creases'],
    ['one compound of a subtitle', 'The Quiet Geometry of Folded Paper Napkins: Two-by-Two Curvature of Hidden Creases', 'The Quiet Geometry of Folded Paper Napkins: Curvature of Hidden Creases'],
    ['a second part', 'The Quiet Geometry of Folded Paper Napkins: Part II', 'The Quiet Geometry of Folded Paper Napkins'],
    ['a survey', 'The Quiet Geometry of Folded Paper Napkins: A Survey', 'The Quiet Geometry of Folded Paper Napkins'],
    ['a subtitle with a number', 'The Quiet Geometry of Folded Paper Napkins: Results from 2019', 'The Quiet Geometry of Folded Paper Napkins'],
  ])('%s', (_, ours, theirs) => {
    expect(near(ours, theirs)).toBe(false);
    expect(near(theirs, ours)).toBe(false);
  });
});

test('what is near shares a key, so that it is found without a scan', () => {
  const pairs = [
    [NAPKINS, 'Learning to Fold Napkins with Adverarial Neural Fields'],
    ['Pre-Training of Adversarial Napkin Folders', 'Pretraining of Adverarial Napkin Folders'],
    ['The Quiet Geometry of Folded Paper Napkins: Curvature without Creases', 'The Quiet Geometry of Folded Paper Napkins'],
    ['The Quiet Geometry of Folded Paper Napkins', 'The Quiet Geometry of Folded Paper Napkins: Curvature without Creases'],
  ].map(([ours = '', theirs = '']) => [titleWords(ours), titleWords(theirs)] as const);
  for (const [ours, theirs] of pairs) {
    const kept = new Set([...nearProbes(ours), `t:${keyOfWords(ours.words)}`]);
    expect(nearQueries(theirs).some((query) => kept.has(query))).toBe(true);
  }
});
