/**
 * Where a page's text has an edge that is no letter: between blocks of the page (paragraphs, items, cells), and where a link
 * or another inline element begins or ends. The sender of a text puts them in; they are in no title.
 */
export const BLOCK = '\n';
export const LINK_EDGE = '\uE000';
export const INLINE_EDGE = '\uE001';
