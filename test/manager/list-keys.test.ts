import { describe, expect, test } from 'vitest';
import { commandOf } from '../../src/manager/list-keys.ts';

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('keys of the list', () => {
  test.each([
    ['ArrowDown', 4, 5],
    ['ArrowUp', 4, 3],
    ['ArrowUp', -1, 99],
    ['ArrowDown', 99, 99],
    ['PageDown', 4, 14],
    ['PageUp', 4, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s from %i goes to %i', (name, at, to) => expect(commandOf(key(name), at, 100, 10)).toEqual({ do: 'move', to, isSpan: false }));

  test.each([
    ['Enter', 'open'],
    [' ', 'toggle'],
    ['Escape', 'none'],
    ['Delete', 'trash'],
    ['r', 'read'],
    ['t', 'tag'],
    ['c', 'copy'],
    ['m', 'place'],
  ])('%s does %s', (name, what) => expect(commandOf(key(name), 0, 1, 10)).toEqual({ do: what }));

  test('shift takes the rows between along', () => expect(commandOf(key('ArrowDown', { shiftKey: true }), 0, 9, 5)).toMatchObject({ isSpan: true }));
  test('all with Ctrl or Command and A', () => {
    expect(commandOf(key('a', { ctrlKey: true }), 0, 9, 5)).toEqual({ do: 'all' });
    expect(commandOf(key('A', { metaKey: true }), 0, 9, 5)).toEqual({ do: 'all' });
  });
  test.each([key('c', { ctrlKey: true }), key('r', { metaKey: true }), key('Delete', { altKey: true }), key('q')])('the browser keeps its own keys: %o', (event) => expect(commandOf(event, 0, 9, 5)).toBeNull());
  test('an empty list has no keys', () => expect(commandOf(key('Delete'), -1, 0, 5)).toBeNull());
});
