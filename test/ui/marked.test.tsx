// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import { Marked } from '../../src/ui/marked.tsx';

const show = (text: string, marks: [number, number][]): HTMLElement => {
  const box = document.createElement('div');
  render(<Marked value={{ text, marks }} />, box);
  return box;
};
const marked = (box: HTMLElement): (string | null)[] => Array.from(box.querySelectorAll('mark'), (mark) => mark.textContent);

describe('Marked', () => {
  test.each<[string, [number, number][], string[]]>([
    ['nothing is marked', [], []],
    ['first and last', [[0, 5], [10, 14]], ['first', 'last']],
    ['touching', [[0, 3], [3, 5]], ['tou', 'ch']],
    ['a later mark over an earlier one is left out', [[0, 7], [2, 9]], ['a later']],
    ['empty, backward and outside', [[3, 3], [5, 4], [20, 99]], []],
  ])('%s', (text, marks, wanted) => {
    const box = show(text, marks);
    expect(box.textContent).toBe(text);
    expect(marked(box)).toEqual(wanted);
  });

  test('foreign markup stays text', () => {
    const text = '<img src=x onerror=alert(1)> & <b>bold</b>';
    const box = show(text, [[0, 4]]);
    expect(box.textContent).toBe(text);
    expect(box.querySelectorAll('img, b')).toHaveLength(0);
  });

  test('the text is never changed, whatever the marks', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }))), (text, marks) => {
        expect(show(text, marks).textContent).toBe(text);
      }),
    );
  });
});
