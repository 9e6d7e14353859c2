// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { luminance, Themes } from '../../src/content/theme.ts';

describe('luminance', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(255, 255, 255, 0.5)', 1],
    ['color(srgb 1 1 1)', 1],
    ['color(srgb 0.2140 0.2140 0.2140 / 0.5)', 0.0376],
    ['rgb(128, 128, 128)', 0.2159],
    ['oklch(1 0 0)', 1],
    ['oklch(0.21 0.03 264)', 0.0093],
    ['oklab(0.98 0.001 0)', 0.941],
    ['lab(50 0 0)', 0.184],
    ['', 0],
  ])('%s is %f', (color, expected) => {
    expect(luminance(color)).toBeCloseTo(expected, 2);
  });
});

/** A heading in a block, each with its own style. */
function title(style: string, outer = ''): Element {
  const block = document.createElement('div');
  block.style.cssText = outer;
  const heading = document.createElement('h1');
  heading.style.cssText = style;
  block.append(heading);
  document.body.append(block);
  return heading;
}

describe('the theme where a title stands', () => {
  afterEach(() => document.body.replaceChildren());
  it.each([
    ['dark by its own ground', 'background-color: rgb(20, 20, 20); color: rgb(10, 10, 10)', '', 'dark'],
    ['dark by the ground behind it', 'color: rgb(255, 255, 255)', 'background-color: rgb(20, 20, 20)', 'dark'],
    ['light by the nearest ground', 'background-color: rgb(255, 255, 240)', 'background-color: rgb(20, 20, 20)', 'light'],
    ['through a ground that is nearly clear', 'background-color: rgba(0, 0, 0, 0.05)', 'background-color: rgb(250, 250, 250)', 'light'],
    ['dark by light words where no ground is known', 'color: rgb(230, 230, 230)', '', 'dark'],
    ['light by dark words where no ground is known', 'color: rgb(30, 30, 30)', '', 'light'],
  ])('%s', (_, style, outer, theme) => {
    expect(new Themes().at(title(style, outer))).toBe(theme);
  });
});
