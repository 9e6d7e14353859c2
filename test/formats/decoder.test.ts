import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decoder } from '../../src/formats/decoder.ts';

const decode = (...chunks: Uint8Array[]): string => {
  const decoder = new Decoder();
  return chunks.map((chunk) => decoder.push(chunk)).join('') + decoder.end();
};
const bytes = (text: string, encoding: BufferEncoding): Uint8Array => new Uint8Array(Buffer.from(text, encoding));
const BIB = '@misc{müller2020, title = {Über Falten — “große”}}\n';

describe('the encoding of a file', () => {
  test.each([
    ['UTF-8', bytes(BIB, 'utf8')],
    ['UTF-8 with a mark', bytes(`\uFEFF${BIB}`, 'utf8')],
    ['UTF-16 with a mark', bytes(`\uFEFF${BIB}`, 'utf16le')],
    ['UTF-16 without', bytes(BIB, 'utf16le')],
    ['UTF-16, big end first, with a mark', new Uint8Array(Buffer.from(`\uFEFF${BIB}`, 'utf16le').swap16())],
    ['UTF-16, big end first, without', new Uint8Array(Buffer.from(BIB, 'utf16le').swap16())],
    ['Windows Latin', Uint8Array.from(BIB, (sign) => ({ '—': 0x97, '“': 0x93, '”': 0x94 })[sign] ?? sign.charCodeAt(0))],
  ])('is found: %s', (_, file) => {
    expect(decode(file)).toBe(BIB);
    expect(decode(...Array.from(file, (byte) => Uint8Array.of(byte)))).toBe(BIB);
  });

  test('one damaged byte in UTF-8 costs one sign, even the first beyond ASCII', () => {
    const file = bytes('aé'.repeat(50), 'utf8');
    file[1] = 0xff;
    expect(decode(file)).toBe(`a\uFFFD\uFFFD${'aé'.repeat(49)}`);
  });

  test('nothing at all is no text', () => expect(decode()).toBe(''));

  test('any bytes decode to the same text wherever they are cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(300), { maxLength: 5 }), (file, cuts) => {
        const places = [0, ...cuts.map((at) => Math.min(at, file.length)).sort((a, b) => a - b), file.length];
        expect(decode(...places.slice(1).map((end, at) => file.slice(places[at], end)))).toBe(decode(file));
      }),
    );
  });

  test('UTF-8 and UTF-16 texts come back whole', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(decode(bytes(`\uFEFF${text}`, 'utf8'))).toBe(text);
      expect(decode(bytes(`\uFEFF${text}`, 'utf16le'))).toBe(text);
    }));
  });
});
