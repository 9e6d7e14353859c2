import fc from 'fast-check';

const PIECES = 'aB1 2.,_+-:<>i/&;#\\{}$^=~*%@"\'`Titleßéαıﬁ½²\n\t\u0000\u00AD\u0301\u3099\u200B\u202Eかᄀ가ᅡहि\uD800\uDC00😀'.split('');

/** Any UTF-16 text, lone surrogates included, and texts of the signs that titles, TeX, entities and addresses are made of. */
export const hostileText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.oneof(
    fc.array(fc.nat(0xff_ff), { maxLength }).map((units) => String.fromCharCode(...units)),
    fc.string({ unit: fc.constantFrom(...PIECES), maxLength }),
    fc.string({ maxLength }),
  );
