import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENTRY_LIMITS, LIMITS } from '../../src/messages/contract.ts';
import { PAGE_RULES } from '../../src/messages/page-rules.ts';
import { READER_RULES } from '../../src/messages/reader-rules.ts';
import { WORKER_RULES } from '../../src/messages/rules.ts';
import { BadMessage } from '../../src/messages/validate.ts';

const mention = { title: 'Deep Image Prior', arxivId: '1711.10925', authors: ['Dmitry Ulyanov'], year: 2017 };
const entry = { blocks: [{ text: 'A. Sample. A title.', runs: [{ kind: 'italic', start: 0, end: 8 }] }], label: '[1]', links: ['https://arxiv.org/abs/1711.10925'] };

const VALID: Record<string, unknown[]> = {
  identify: [{ mentions: [] }, { mentions: [mention] }, { mentions: Array.from({ length: LIMITS.batch }, () => ({ title: '' })) }],
  references: [{ entries: [] }, { entries: [entry, { ...entry, title: 't', authors: 'a' }] }, { entries: [{ ...entry, blocks: [{ text: 't'.repeat(ENTRY_LIMITS.text), runs: [] }] }] }],
  relate: [{ mentions: [{ title: 't', abstract: 'a'.repeat(LIMITS.abstract) }] }],
  rank: [{ mentions: [{ title: 't', abstract: 'a'.repeat(LIMITS.abstract) }] }],
  explain: [{ mention }],
  search: [{ query: '', limit: 1 }, { query: 'q'.repeat(LIMITS.query), limit: LIMITS.results }],
  paper: [{ key: 'arxiv:1711.10925' }],
  openPopup: [{}, { key: 'arxiv:1711.10925' }],
  markPage: [{ tab: 7 }],
  pageReport: [null],
  reveal: [{ index: 0 }],
  showLens: [null],
  leave: [null],
  quickLookup: [null],
  savePaper: [null],
  lookAgain: [null],
};

const INVALID: Record<string, unknown[]> = {
  identify: [
    null, undefined, 'x', [], {}, { mentions: 'x' }, { mentions: [null] }, { mentions: [{}] }, { mentions: [{ title: 7 }] },
    { mentions: Array.from({ length: LIMITS.batch + 1 }, () => mention) },
    { mentions: [{ title: 't'.repeat(LIMITS.title * 2 + 1) }] },
    { mentions: [{ ...mention, year: 20.5 }] }, { mentions: [{ ...mention, year: '2017' }] },
    { mentions: [{ ...mention, authors: 'Ulyanov' }] }, { mentions: [{ ...mention, authors: [1] }] },
    { mentions: [{ ...mention, arxivId: { toString: 'x' } }] },
    Object.create({ mentions: [] }),
  ],
  references: [
    {}, { entries: [{}] }, { entries: [{ ...entry, label: 1 }] }, { entries: [{ ...entry, links: [1] }] }, { entries: [{ ...entry, links: Array.from({ length: ENTRY_LIMITS.links + 1 }, () => '') }] },
    { entries: [{ ...entry, blocks: [{ text: 't' }] }] }, { entries: [{ ...entry, blocks: [{ text: 't', runs: [{ kind: 'blink', start: 0, end: 1 }] }] }] },
    { entries: [{ ...entry, blocks: [{ text: 't', runs: [{ kind: 'link', start: -1, end: 1 }] }] }] },
    { entries: [{ ...entry, blocks: [{ text: 't', runs: [] }, { text: 't'.repeat(ENTRY_LIMITS.text), runs: [] }] }] },
    { entries: Array.from({ length: LIMITS.batch + 1 }, () => entry) },
  ],
  relate: [{ mentions: [{ title: 't', abstract: 'a'.repeat(LIMITS.abstract + 1) }] }],
  rank: [{ mentions: [{ title: 't', abstract: 'a'.repeat(LIMITS.abstract + 1) }] }],
  explain: [{}, { mention: [] }, { mention: { title: null } }],
  search: [{ query: 'q' }, { query: 'q'.repeat(LIMITS.query + 1), limit: 1 }, { query: 'q', limit: 0 }, { query: 'q', limit: LIMITS.results + 1 }, { query: 'q', limit: Number.NaN }],
  paper: [{}, { key: 1 }, { key: 'k'.repeat(5000) }],
  openPopup: [null, { key: 7 }],
  markPage: [{}, { tab: -1 }, { tab: '7' }],
  pageReport: [{}, undefined],
  reveal: [{}, { index: -1 }, { index: 1.5 }, { index: '0' }],
  showLens: [{}],
  leave: [0],
  quickLookup: [0],
  savePaper: [{}],
  lookAgain: [{}],
};

/** Those of the reader's own papers have a file of their own. */
const RULES: Record<string, { check: (value: unknown, place: string) => unknown }> = Object.fromEntries(Object.entries({ ...WORKER_RULES, ...PAGE_RULES }).filter(([name]) => !(name in READER_RULES)));

describe('payload rules', () => {
  test('every message has valid and invalid cases here', () => {
    expect(Object.keys(VALID).sort()).toEqual(Object.keys(RULES).sort());
    expect(Object.keys(INVALID).sort()).toEqual(Object.keys(RULES).sort());
  });

  for (const [name, rule] of Object.entries(RULES)) {
    test.each((VALID[name] ?? []).map((payload) => [payload]))(`${name} takes %j`, (payload) => {
      expect(rule.check(payload, name)).toEqual(payload);
    });
    test.each((INVALID[name] ?? []).map((payload) => [payload]))(`${name} refuses %j`, (payload) => {
      expect(() => rule.check(payload, name)).toThrow(BadMessage);
    });
    test(`${name} lets through nothing but clean copies, whatever comes`, () => {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (payload) => {
          try {
            const clean = rule.check(payload, name);
            return clean === null || clean !== payload;
          } catch (problem) {
            return problem instanceof BadMessage;
          }
        }),
        { numRuns: 1000 },
      );
    });
  }

  test('fields nobody asked for are dropped, and a prototype stays untouched', () => {
    const payload: unknown = JSON.parse('{"mention": {"title": "t", "__proto__": {"polluted": true}, "constructor": 1, "more": [1]}, "extra": 1}');
    expect(WORKER_RULES.explain.check(payload, 'explain')).toEqual({ mention: { title: 't' } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a refusal names the place', () => {
    expect(() => WORKER_RULES.identify.check({ mentions: [mention, { title: 1 }] }, 'identify')).toThrow('identify.mentions[1].title: text of at most');
  });
});
