import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finishDraft } from '../../src/formats/draft.ts';
import { FORMATS } from '../../src/formats/formats.ts';
import { anyRecord, readRecords } from './records.ts';

describe.each(FORMATS.filter(({ print }) => print !== undefined).map((format) => [format.id, format] as const))('%s', (_, format) => {
  test('gives back every record that it prints', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 5 }), (records) => {
        const file = [...format.print!(records)].join('');
        expect(readRecords(format, file)).toEqual(records);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('finishing a record changes nothing', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(finishDraft({ ...record, ids: [record.arxivId, record.doi] }, 1, '')).toEqual({ kind: 'record', line: 1, record, notes: [] });
    }),
  );
});
