import { describe, expect, it } from 'vitest';
import { type Box, type Place, stand } from '../../src/content/fit.ts';
import { beside } from '../../src/content/position.ts';

const window = { left: 0, right: 1000, top: -Infinity, bottom: Infinity };
const block = { left: 100, right: 600, top: 50, bottom: 90 };
const place = (more: Partial<Place>): Place => ({ end: { x: 300, y: 80 }, rtl: false, block, clip: window, width: 90, ...more });

describe('how a badge stands', () => {
  it.each<[string, Partial<Place>, object]>([
    ['with its words where they fit', {}, { form: 'words', x: 0, y: 0 }],
    ['with its words to the last pixel', { end: { x: 504, y: 80 } }, { form: 'words', x: 0, y: 0 }],
    ['as a sign one pixel on', { end: { x: 505, y: 80 } }, { form: 'sign', x: 0, y: 0 }],
    ['as a sign in the margin of its block', { end: { x: 598, y: 80 } }, { form: 'sign', x: 0, y: 0 }],
    ['below the line at the very edge of the window', { end: { x: 990, y: 80 }, block: { ...block, right: 990 } }, { form: 'sign', x: -14, y: 18 }],
    ['below the line where the block hides what sticks out', { end: { x: 598, y: 80 }, clip: block }, { form: 'sign', x: -22, y: 18 }],
    ['at the seen corner of a title cut short', { end: { x: 300, y: 130 }, clip: block }, { form: 'sign', x: 276, y: -45 }],
    ['to the left in right-to-left text', { rtl: true, end: { x: 250, y: 80 } }, { form: 'words', x: 0, y: 0 }],
    ['as a sign to the left', { rtl: true, end: { x: 150, y: 80 } }, { form: 'sign', x: 0, y: 0 }],
    ['below the line at the left edge', { rtl: true, end: { x: 10, y: 80 }, block: { ...block, left: 5 } }, { form: 'sign', x: 14, y: 18 }],
  ])('%s', (_, more, form) => {
    expect(stand(place(more))).toEqual(form);
  });
});

const at = (left: number, top: number): Box => ({ left, right: left + 90, top, bottom: top + 18 });

describe('where a card stands', () => {
  const card = { width: 400, height: 350 };
  const size = { width: 1000, height: 800 };
  it.each<[string, Parameters<typeof beside>, object]>([
    ['below its badge', [at(200, 100), card, size, false], { left: 200, top: 122, height: 350 }],
    ['above it near the bottom', [at(200, 700), card, size, false], { left: 200, top: 346, height: 350 }],
    ['pushed in from the right', [at(900, 100), card, size, false], { left: 592, top: 122, height: 350 }],
    ['under the badge and scrolled, rather than over the page above', [at(200, 450), card, size, false], { left: 200, top: 472, height: 320 }],
    ['from the right edge of the badge in right-to-left text', [at(600, 100), card, size, true], { left: 290, top: 122, height: 350 }],
    ['no higher than is pleasant', [at(200, 100), { width: 400, height: 2000 }, size, false], { left: 200, top: 122, height: 480 }],
    ['within a window narrower than itself', [at(200, 100), card, { width: 300, height: 800 }, false], { left: 8, top: 122, height: 350 }],
  ])('%s', (_, given, position) => {
    expect(beside(...given)).toEqual(position);
  });
});
