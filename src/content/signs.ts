import { page } from './document.ts';
import type { Mark } from './mark.ts';

const SVG = 'http://www.w3.org/2000/svg';

const SHEETS = ['M2.500 6.500v6a1.500 1.500 0 0 0 1.500 1.500h4.500a1.500 1.500 0 0 0 1.500-1.500v-6A1.500 1.500 0 0 0 8.500 5H4a1.500 1.500 0 0 0-1.500 1.500z', 'M6 2.500h6a1.500 1.500 0 0 1 1.500 1.500v7.500'];

// A check, "about the same", two sheets of which the nearer is filled where strong, unequal, and a list. As in the popup.
const PATHS: Readonly<Record<Mark['kind'], readonly string[]>> = {
  mine: ['M3 8.500l3.200 3.200L13 4.800'],
  'nearly mine': ['M2.500 6.500q2.750-3 5.500-0.500t5.500-0.500', 'M2.500 11q2.750-3 5.500-0.500t5.500-0.500'],
  strong: SHEETS,
  related: SHEETS,
  other: ['M3 6h10M3 10h10M11 2.500L5 13.500'],
  summary: ['M5.500 4h8M5.500 8h8M5.500 12h8', 'M2.500 4v0M2.500 8v0M2.500 12v0'],
};

/** The drawing of a badge, hidden from screen readers: its words say the same. */
export function sign(kind: Mark['kind']): SVGSVGElement {
  const svg = page.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' })) svg.setAttribute(name, value);
  for (const [i, d] of PATHS[kind].entries()) {
    const path = page.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    if (kind === 'strong' && i === 0) path.setAttribute('fill', 'currentColor');
    svg.append(path);
  }
  return svg;
}
