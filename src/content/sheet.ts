/** The host carries nothing of the page in, and no rule of the page reaches it: in a shadow tree's own important rules the inner side wins. */
const HOST = ':host { all: initial !important; display: block !important; }';

const made = new Map<string, CSSStyleSheet>();

/** One style sheet for each text, shared by all roots. */
export function sheet(css: string): CSSStyleSheet {
  let sheet = made.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    made.set(css, sheet);
  }
  return sheet;
}

export const hostSheet = (): CSSStyleSheet => sheet(HOST);
