const YEAR = /(?<![\d.,/:–—-])(?<!\bpp?\.\s?)(?<!\bpages?\s)((?:1[89]|20)\d\d)[a-z]?(?![\d/–—-]|\.\d|:\d)/g;
const IN_BRACKETS = /\((?:[^()]{0,20}\s)?((?:1[89]|20)\d\d)[a-z]?(?:,[^()]{0,20})?\)/;

/** The year an entry gives: in brackets, else behind its authors, else the last that stands alone. Undefined where there is none. */
export function yearIn(text: string, authors = ''): number | undefined {
  const year = IN_BRACKETS.exec(text)?.[1] ?? [...authors.matchAll(YEAR)].at(-1)?.[1] ?? [...text.matchAll(YEAR)].at(-1)?.[1];
  return year === undefined || Number(year) > new Date().getFullYear() + 2 ? undefined : Number(year);
}
