import type { Box } from './fit.ts';

/** Where a card stands in the window, in pixels. */
export interface Position {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 8;
const GAP = 4;
/** A card this high is scrolled within; with less room than the least below, it goes to the roomier side. */
const HIGHEST = 480;
const LEAST = 300;

/** Below the badge where there is room, else on the roomier side; from the badge's leading edge, pushed into the window. */
export function beside(badge: Box, card: Size, window: Size, rtl: boolean): Position {
  const below = window.height - MARGIN - badge.bottom - GAP;
  const above = badge.top - GAP - MARGIN;
  const wanted = Math.min(card.height, HIGHEST);
  const under = below >= Math.min(wanted, LEAST) || below >= above;
  const height = Math.max(0, Math.min(wanted, under ? below : above));
  const left = rtl ? badge.right - card.width : badge.left;
  return {
    left: Math.max(MARGIN, Math.min(left, window.width - MARGIN - card.width)),
    top: under ? badge.bottom + GAP : badge.top - GAP - height,
    height,
  };
}
