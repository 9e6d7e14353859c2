/** Characters with a meaning in TeX, spelt so that they print. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '$': '\\$', '&': '\\&', '%': '\\%', '#': '\\#', '_': '\\_', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
  '\n': '\\\\\n', '\t': '\\symbol{9}',
};

/**
 * One line as BibTeX should print it. Titles come as arXiv serves them, with TeX in them (`$\alpha$`, `Schr\"odinger`).
 * Where that TeX is sound it stays; else each special sign is escaped.
 */
export function printedText(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return isSoundTex(line) ? line.replace(/(?<!\\)[&%#]/g, '\\$&') : escapedText(line);
}

/** Text of one or more lines, every sign so escaped that reading gives the same text. */
export function escapedText(text: string): string {
  return text.replace(/[\\{}$&%#_~^\n\t]/g, (sign) => TEX[sign] ?? sign).replace(/([-'`])(?=\1)/g, '$1{}').replace(/(?<=[ \n]) /g, '\\ ');
}

/** Braces and dollars balance, `_` and `^` stand only in formulas, and no backslash ends the text. */
function isSoundTex(line: string): boolean {
  let depth = 0;
  let formula = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === '\\') {
      // BibTeX counts escaped braces too; at the end a backslash would take the closing brace.
      if (++at >= line.length || '{}'.includes(line.charAt(at))) return false;
    } else if (sign === '{') depth++;
    else if (sign === '}' && --depth < 0) return false;
    else if (sign === '$') formula = !formula;
    else if ((sign === '_' || sign === '^') && !formula) return false;
  }
  return depth === 0 && !formula;
}
