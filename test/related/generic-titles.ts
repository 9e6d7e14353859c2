import type { Text } from '../../src/related/related.ts';

interface GenericCase {
  /** All that the first title and the document share. */
  readonly phrase: string;
  readonly document: Text;
  /** Titles that say the phrase of another problem: no mark. */
  readonly unrelated: readonly string[];
  /** A title about the document's own problem: marked, or this test would pass by marking nothing. */
  readonly related: string;
}

/** Invented papers. The phrases are those that alone once lifted a title above the threshold. */
export const genericCases: readonly GenericCase[] = [
  {
    phrase: 'recurrent neural networks',
    document: {
      title: 'Recurrent neural networks for river flood forecasting',
      abstract: 'Floods must be forecast hours ahead from rainfall and gauge records. We train recurrent neural networks on thirty years of river levels and compare them with hydrological models. Forecasts of the peak level of floods improve on small catchments, while on large rivers both are level. Missing gauge records are filled by a second network.',
    },
    unrelated: ['Recurrent neural networks that compose music in the style of Bach', 'Layer recurrent neural networks', 'Verifying recurrent neural networks with automata'],
    related: 'Flood forecasting from rainfall and river gauges with recurrent neural networks',
  },
  {
    phrase: 'zero-shot',
    document: {
      title: 'Zero-shot recognition of bird species from field guides',
      abstract: 'A bird species that no training image shows can still be recognised from the text of a field guide. Attributes of plumage are read from the guide and aligned with image regions, so that zero-shot recognition of species improves by a third over attribute lists made by experts. Confusions remain among gulls.',
    },
    unrelated: ['Zero-shot reinforcement learning from low quality data', 'Zero-shot quantization of language models', 'Zero-shot voice conversion for singing'],
    related: 'Recognising bird species zero-shot with plumage attributes from field guides',
  },
  {
    phrase: 'black-box',
    document: {
      title: 'Black-box optimisation of antenna shapes',
      abstract: 'The shape of an antenna decides its gain, but simulating one takes minutes. We treat the simulator as a black box and search antenna shapes with an evolution strategy whose covariance is learned from earlier designs. The same gain is found with a tenth of the simulations, and the antennas built agree with the simulator.',
    },
    unrelated: ['Black-box adversarial attacks on speech recognition', 'Explaining black-box classifiers to physicians', 'Black-box membership inference for language models'],
    related: 'Evolution strategies for black-box search of antenna shapes with fewer simulations',
  },
  {
    phrase: 'character level',
    document: {
      title: 'Character-level transliteration of medieval names',
      abstract: 'Names in medieval charters are spelled in many ways. A character-level model with attention transliterates names between Latin and vernacular spellings and links charters that name the same person. On three archives of charters it links a fifth more persons than rules of scribes, and shows which letters scribes exchanged.',
    },
    unrelated: ['Character-level convolutional networks detect malicious web addresses', 'Character level animation of faces in games'],
    related: 'Transliterating names in medieval charters at character level',
  },
  {
    phrase: 'Monte Carlo',
    document: {
      title: 'Monte Carlo planning of warehouse robots',
      abstract: 'Hundreds of robots share the aisles of a warehouse. We plan their paths with Monte Carlo tree search over joint moves, pruned by the flow of aisles. Robots deliver an eighth more orders an hour than with prioritised planning, deadlocks vanish, and planning takes under a second for three hundred robots in simulation.',
    },
    unrelated: ['Hamiltonian Monte Carlo with learned kernels', 'Monte Carlo estimates of neutrino cross sections', 'Quantum Monte Carlo for frustrated magnets'],
    related: 'Warehouse robots plan joint paths with Monte Carlo tree search',
  },
  {
    phrase: 'semi-supervised',
    document: {
      title: 'Semi-supervised counting of cells under the microscope',
      abstract: 'Counting cells in microscope images needs marks on every cell, which experts rarely have time for. Our semi-supervised counter learns from a few marked images and many unmarked ones, by asking that counts of parts add up to counts of wholes. With ten marked images it counts cells as well as a supervised counter with a hundred.',
    },
    unrelated: ['Semi-supervised parsing of questions over tables', 'Semi-supervised node classification on citation graphs', 'Semi-supervised detection of fraud in bank transfers'],
    related: 'Counting cells in microscope images, semi-supervised by counts of parts',
  },
  {
    phrase: 'large language models',
    document: {
      title: 'Large language models write unit tests for legacy code',
      abstract: 'Legacy code often has no unit tests. We ask large language models to write unit tests for functions of old accounting programs, run them, and feed compiler errors back. Two thirds of the functions receive tests that compile, and these tests kill half of the mutants; without feedback a quarter of the tests compile.',
    },
    unrelated: ['Cultural bias of large language models in love letters', 'Watermarks for large language models', 'Large language models as tutors of arithmetic'],
    related: 'Generating unit tests that compile with large language models and mutants',
  },
  {
    phrase: 'neuro-symbolic',
    document: {
      title: 'Neuro-symbolic proofs of plane geometry',
      abstract: 'Theorems of plane geometry are proved by deduction once the right auxiliary line is drawn. A language model proposes auxiliary lines and a symbolic prover deduces what follows, trained on proofs of synthetic theorems. The neuro-symbolic prover solves more olympiad problems of plane geometry than provers without proposed lines.',
    },
    unrelated: ['Neuro-symbolic control of traffic lights', 'Neuro-symbolic captions of remote sensing images'],
    related: 'Proving plane geometry theorems with neuro-symbolic auxiliary lines',
  },
];
