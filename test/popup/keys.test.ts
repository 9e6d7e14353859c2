import { describe, expect, test } from 'vitest';
import { command, type Command, moved, type Situation } from '../../src/popup/keys.ts';

const typing: Situation = { place: 'list', query: 'gan', active: false, expanded: false, caretAtEnd: true, selection: false, onControl: false, inField: false };
const empty = { ...typing, query: '' };
const choosing = { ...typing, active: true };
const expanded = { ...choosing, expanded: true };
const view: Situation = { ...typing, place: 'view' };
const press = (key: string, now: Situation, held: Partial<{ ctrl: boolean; alt: boolean }> = {}): Command | undefined =>
  command({ key, ctrl: false, alt: false, ...held }, now);

describe('keys in the list', () => {
  test.each<[string, Situation, Command | undefined]>([
    ['ArrowDown', typing, 'next'],
    ['ArrowUp', choosing, 'previous'],
    ['PageDown', typing, 'page down'],
    ['PageUp', choosing, 'page up'],
    ['Enter', typing, 'open'],
    ['Enter', { ...typing, onControl: true }, undefined],
    ['Escape', typing, 'clear'],
    ['Escape', empty, 'close'],
    // Home, End and the arrows to the sides belong to the text until a row is chosen.
    ['Home', typing, undefined],
    ['Home', choosing, 'first'],
    ['End', choosing, 'last'],
    ['ArrowRight', typing, undefined],
    ['ArrowRight', choosing, 'expand'],
    ['ArrowRight', { ...choosing, caretAtEnd: false }, undefined],
    ['ArrowRight', expanded, undefined],
    ['ArrowLeft', choosing, undefined],
    ['ArrowLeft', expanded, 'collapse'],
    // Letters are letters until a row is chosen.
    ['c', typing, undefined],
    ['o', empty, undefined],
    ['c', choosing, 'copy'],
    ['o', choosing, 'site'],
    ['/', choosing, 'search'],
    ['?', choosing, 'help'],
    ['?', typing, undefined],
    ['?', empty, 'help'],
    ['/', empty, 'search'],
    ['s', choosing, 'save'],
    ['s', typing, undefined],
    ['x', choosing, undefined],
    ['Backspace', choosing, undefined],
  ])('%s in %j is %s', (key, now, wanted) => {
    expect(press(key, now)).toBe(wanted);
  });
});

describe('keys in a view', () => {
  test.each<[string, Command | undefined]>([
    ['Escape', 'back'],
    ['Backspace', 'back'],
    ['c', 'copy'],
    ['o', 'site'],
    ['s', 'save'],
    ['p', 'reveal'],
    ['/', 'search'],
    ['?', 'help'],
    ['ArrowDown', undefined],
    ['Enter', undefined],
  ])('%s is %s', (key, wanted) => {
    expect(press(key, view)).toBe(wanted);
  });
});

describe('keys in a field of a view', () => {
  test.each<[string, Command | undefined]>([
    ['Backspace', undefined],
    ['s', undefined],
    ['Escape', 'back'],
  ])('%s is %s', (key, wanted) => expect(press(key, { ...view, inField: true })).toBe(wanted));
});

describe('keys held', () => {
  test.each<[string, Situation, Command | undefined]>([
    ['c', typing, undefined],
    ['c', choosing, 'copy'],
    ['c', { ...choosing, selection: true }, undefined],
    ['c', view, 'copy'],
    ['Enter', choosing, 'site'],
    ['Enter', typing, undefined],
    ['a', choosing, undefined],
    ['ArrowDown', typing, undefined],
  ])('Ctrl+%s in %j is %s', (key, now, wanted) => {
    expect(press(key, now, { ctrl: true })).toBe(wanted);
  });

  test.each(['ArrowLeft', 'c', 'Escape'])('Alt+%s is the browser’s', (key) => {
    expect(press(key, choosing, { alt: true })).toBeUndefined();
  });
});

describe('where a key leads', () => {
  const rows = Array.from({ length: 8 }, (_, i) => `row ${i}`);
  test.each<[string | null, Command, string | null]>([
    [null, 'next', 'row 0'],
    ['row 0', 'next', 'row 1'],
    ['row 7', 'next', 'row 7'],
    ['row 1', 'previous', 'row 0'],
    ['row 0', 'previous', null],
    [null, 'previous', null],
    [null, 'page down', 'row 4'],
    ['row 6', 'page down', 'row 7'],
    ['row 6', 'page up', 'row 1'],
    ['row 2', 'page up', 'row 0'],
    [null, 'page up', null],
    ['row 3', 'first', 'row 0'],
    ['row 3', 'last', 'row 7'],
    ['gone', 'next', 'row 0'],
  ])('from %s, %s leads to %s', (from, by, wanted) => {
    expect(moved(rows, from, by)).toBe(wanted);
  });

  test('in an empty list nothing is chosen', () => {
    for (const by of ['next', 'previous', 'first', 'last', 'page down', 'page up'] as const) expect(moved([], null, by)).toBeNull();
  });
});
