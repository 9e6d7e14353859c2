import { expect, test } from 'vitest';
import { chord, webdriverActions } from '../../src/start/keys.ts';

test('a chord goes down in order and up in reverse', () => {
  expect(chord('Alt+Shift+L').map((key) => key.code)).toEqual(['AltLeft', 'ShiftLeft', 'KeyL']);
  expect(webdriverActions(chord('Shift+a')).map((action) => JSON.stringify(action))).toEqual([
    '{"type":"keyDown","value":"\uE008"}',
    '{"type":"keyDown","value":"a"}',
    '{"type":"keyUp","value":"a"}',
    '{"type":"keyUp","value":"\uE008"}',
  ]);
});

test.each([
  ['+', '+'],
  [' ', ' '],
  ['/', '/'],
  ['7', '7'],
])('%j types %j', (keys, text) => expect(chord(keys).map((key) => key.text)).toEqual([text]));

test('an unknown name is an error', () => expect(() => chord('Ctrl+a')).toThrow('Ctrl'));
