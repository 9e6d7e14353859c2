import { describe, expect, it } from 'vitest';
import { buildRelated } from '../../src/related/engine.ts';
import { pairMeanings, type Word } from '../../src/related/meanings.ts';
import type { TableFiles } from '../../src/related/table.ts';
import { openTable } from '../../src/related/table.ts';
import { loadRelated, storeRelated } from '../../src/related/store.ts';
import { smallDimensions, smallTable, smallTableFiles } from './small-table.ts';

const words = { owl: { 0: 7, 1: -7 }, crow: { 0: 3 }, prism: { 63: 1 }, barnowl: { 2: 7 } };

describe('the word table', () => {
  const table = smallTable(words);

  it('reads four-bit vectors where they lie', () => {
    const sum = new Float32Array(smallDimensions);
    table.addTo(sum, table.find('owl'), 2);
    table.addTo(sum, table.find('prism'), 1);
    expect([sum[0], sum[1], sum[2], sum[63]]).toEqual([2 * 7 * 0.125, -2 * 7 * 0.125, 0, 0.125]);
    expect(table.lengthOf(table.find('owl'))).toBeCloseTo(0.125 * Math.hypot(7, 7));
    expect(table.product(table.find('crow'), sum)).toBeCloseTo(3 * 0.125 * 2 * 7 * 0.125);
  });

  it('finds every word and no other', () => {
    for (const [row, word] of Object.keys(words).entries()) {
      expect(table.find(word)).toBe(row);
      expect(table.word(row)).toBe(word);
    }
    expect(['', 'ow', 'owls', 'barn', 'crowprism', 'Owl', 'совa'].map((word) => table.find(word))).toEqual([-1, -1, -1, -1, -1, -1, -1]);
    expect([table.frequency(0), table.frequency(-1)]).toEqual([20, 0]);
  });

  it.each<[number, number]>([
    [0x3c_00, 1], [0xc0_00, -2], [0x35_55, 0.333_251_953_125], [0x00_01, 2 ** -24], [0x03_ff, 1023 * 2 ** -24], [0x04_00, 2 ** -14], [0x7b_ff, 65_504],
  ])('reads the half %i as %d', (bits, value) => {
    const files = smallTableFiles({ owl: { 0: 1 } });
    const sum = new Float32Array(smallDimensions);
    openTable({ ...files, scale: Uint16Array.of(bits).buffer }).addTo(sum, 0, 1);
    expect(sum[0]).toBe(value);
  });

  it.each<[string, Partial<TableFiles>]>([
    ['table.bin', { table: new ArrayBuffer(3) }],
    ['scale.f16', { scale: new ArrayBuffer(3) }],
    ['df.u32', { df: new ArrayBuffer(8) }],
    ['vocabulary', { vocab: new TextEncoder().encode('owl\ncrow').slice().buffer }],
    ['meta.json', { meta: '{"n": 4, "d": "64", "N": 9}' }],
    ['JSON', { meta: '<html>' }],
  ])('is refused where %s does not fit', (name, changed) => {
    expect(() => openTable({ ...smallTableFiles(words), ...changed })).toThrow(name);
  });

  it('has a fingerprint of its own', () => {
    expect(smallTable(words).fingerprint).toBe(table.fingerprint);
    expect(smallTable(words, 21).fingerprint).not.toBe(table.fingerprint);
  });
});

const nature = smallTable({ owl: { 0: 7 }, crow: { 0: 6, 1: 3 }, raptor: { 0: 7, 2: 2 }, prism: { 10: 7 }, lens: { 10: 6, 11: 3 }, barnowl: { 0: 7 } });
const birds = { title: 'Owls at night', abstract: 'Every owl hunts mice at night, and owls sleep through noon. '.repeat(5) };
const ravens = { title: 'A clever crow', abstract: 'Any crow and any raptor remembers faces for years, whoever wears them. '.repeat(5) };
const glass = { title: 'The prism', abstract: 'A prism bends light, and so does each lens of glass in a drawer. '.repeat(5) };

describe('an engine with a table', () => {
  const engine = buildRelated([birds, ravens, glass], nature);

  it('knows words that mean the same', () => {
    const scores = engine.scores(birds);
    // The table knows few of their words, so its weight is small.
    expect(scores[1]).toBeGreaterThan(0.15);
    expect(scores[2]).toBeLessThan(0.05);
  });

  it('pairs the words that bring two texts together, each once, and none of one root', () => {
    const word = (written: string, row: string): Word => ({ written: () => written, weight: 1, row: nature.find(row) });
    const asked = [word('owls', 'owl'), word('prism', 'prism')];
    expect(pairMeanings(asked, [word('raptor', 'raptor'), word('crow', 'crow')], nature)).toEqual([{ asked: 'owls', found: 'raptor' }]);
    expect(pairMeanings(asked, [word('lenses', 'lens'), word('crow', 'crow')], nature)).toEqual([{ asked: 'owls', found: 'crow' }, { asked: 'prism', found: 'lenses' }]);
    expect(pairMeanings(asked, [word('owlet', 'barnowl')], nature)).toEqual([{ asked: 'owls', found: 'owlet' }]);
    expect(pairMeanings([word('prisms', 'prism')], [word('prismatic', 'lens')], nature)).toEqual([]);
    expect(pairMeanings([word('prism', 'prism')], [word('crow', 'crow')], nature)).toEqual([]);
  });

  it('reads two words as one where the table knows them joined', () => {
    const joined = buildRelated([{ title: 'A barn owl' }, { title: 'A lens' }], nature);
    expect(joined.scores({ title: 'Barnowl' })[0]).toBeGreaterThan(joined.scores({ title: 'Barn' })[0] ?? NaN);
  });

  it('is the same once stored, and cannot be opened with another table or none', () => {
    const stored = storeRelated(engine);
    expect(loadRelated(stored, nature).scores(birds)).toEqual(engine.scores(birds));
    expect(() => loadRelated(stored)).toThrow('another word table');
    expect(() => loadRelated(stored, smallTable(words))).toThrow('another word table');
  });
});
