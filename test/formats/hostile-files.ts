/** A file that means harm or is broken, with a good entry before and behind what is wrong where the format can have one. */
export interface HostileFile {
  readonly kind: string;
  /** The format it is written in; undefined where it is in none. */
  readonly format: string | undefined;
  readonly text: string;
}

/** An entry of each format whose title, address, a further field and text are these. */
type Write = (title: string, url: string, extra: string, abstract: string) => string;
const GOOD = ['Good before', 'Good behind'] as const;

const json = (title: string, url: string, extra: string, abstract: string): string => `{"title":${JSON.stringify(title)},"url":${JSON.stringify(url)},${extra === '' ? '' : `${JSON.stringify(extra)}:{"x":1},`}"abstract":${JSON.stringify(abstract)}}`;
const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const WRITERS: Readonly<Record<string, { readonly write: Write; readonly around: readonly [string, string]; readonly between: string }>> = {
  bibtex: { write: (title, url, extra, abstract) => `@misc{k,\n  title = {${title}},\n  url = {${url}},\n  ${extra === '' ? '' : `${extra} = {x},\n  `}abstract = {${abstract}}\n}`, around: ['', '\n'], between: '\n' },
  ris: { write: (title, url, extra, abstract) => `TY  - JOUR\nTI  - ${title}\nUR  - ${url}\n${extra === '' ? '' : `U3  - ${extra}\n`}AB  - ${abstract}\nER  - `, around: ['', '\n'], between: '\n' },
  jsonl: { write: json, around: ['', '\n'], between: '\n' },
  json: { write: json, around: ['[', ']'], between: ',\n' },
  csv: { write: (title, url, extra, abstract) => [title, url, extra, abstract].map(csvCell).join(','), around: ['Title,URL,Other,Abstract\n', '\n'], between: '\n' },
  atom: {
    write: (title, url, extra, abstract) => `<entry>\n<title>${title}</title>\n<link rel="alternate" href="${url}"/>\n${extra === '' ? '' : `<${extra}>x</${extra}>\n`}<summary>${abstract}</summary>\n</entry>`,
    around: ['<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n', '\n</feed>\n'],
    between: '\n',
  },
};
const FORMATS = Object.keys(WRITERS);

/** A good entry, the given text, and a good entry. */
const between = (format: string, middle: string): string => {
  const { write, around, between } = WRITERS[format]!;
  const [before, behind] = GOOD.map((title) => write(title, 'https://example.org/', '', 'All is well.'));
  return around[0] + [before, middle, behind].join(between) + around[1];
};
const entry = (format: string, ...[title, url = 'https://example.org/', extra = '', abstract = 'x']: readonly string[]): string => WRITERS[format]!.write(title!, url, extra, abstract);

/** Fifty files of one kind: the variants by turns in each of the formats. */
const inEach = (kind: string, variants: readonly ((format: string) => string)[], formats: readonly string[] = FORMATS): HostileFile[] =>
  Array.from({ length: 50 }, (_, at) => {
    const format = formats[at % formats.length]!;
    const variant = variants[Math.floor(at / formats.length) % variants.length]!;
    return { kind, format, text: between(format, variant(format)) };
  });

const SCRIPTS = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '"><b onmouseover=alert(1)>x', '&lt;script&gt;', '<iframe srcdoc="<script>1</script>">', '{{constructor.constructor(1)()}}', '${7*7}', '<style>*{}</style>', '=HYPERLINK("http://x")'];
const LINKS = ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,<script>1</script>', 'vbscript:x', 'file:///etc/passwd', 'blob:https://x/1', 'https://user:pass@x.org/%00', '//x.org', 'chrome://settings', 'http://[::1', `https://${'a'.repeat(5000)}.org`];
const KEYS = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', '__defineGetter__', 'valueOf'];
const BIDI = ['\u202E', '\u202A', '\u202B', '\u202D', '\u2066', '\u2067', '\u2068', '\u202C\u2069', '\u061C'];
const ZERO = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u034F', '\u180E', '\u3164'];
const OPEN: Readonly<Record<string, readonly string[]>> = {
  bibtex: ['@misc{a, title = {never closed', '@misc{a, title = "never closed', '@misc{a, title = {A', '@misc{a', '@misc', '@comment{ {{', '@misc{a, title = ', '@string{a = "', '@preamble{"{', '@misc(a, title = {x}', '}}}}}', '@misc{a,,,,,===}'],
  ris: ['TY  - JOUR\nTI  - never closed', 'TI  - no type\nER  - ', 'ER  - ', 'TY  -', 'junk', '  - x', 'TY  - JOUR\nER  - '],
  jsonl: ['{"title":"never closed', '{"title":', '{', '[', '}', '{"title":"a"', '"', 'nul', '{"a":"\\u12"}'],
  json: ['{"title":"never closed\n', '{"a":"\\u12"}', '{"title":nul}', '{"title":"a",}', '{]}', '42'],
  csv: ['"never closed,https://example.org', 'a,"b,c', '"""', 'a"b"c,"d"e', '"'],
  atom: ['<entry><title>never closed', '<entry><title><![CDATA[never closed', '<entry><!-- never closed', '<entry><title attribute="never closed>', '</entry></entry>', '<entry><title>a</summary></entry>', '<entry><title>&#xFFFFFFFF;&nope;&#0;&', '<', '<entry><?never', '<!DOCTYPE x ['],
};
const BOMBS: Readonly<Record<string, readonly string[]>> = {
  bibtex: [
    `@string{a0 = "lol"}\n${Array.from({ length: 40 }, (_, at) => `@string{a${at + 1} = a${at} # a${at} # a${at}}`).join('\n')}\n@misc{k, title = a40, abstract = a39}`,
    `@string{a = {${'x'.repeat(100_000)}}}\n${'@misc{k, title = a # a # a, abstract = a # a}\n'.repeat(2_000)}`,
    `@misc{k, title = ${'jan # '.repeat(50_000)}jan}`,
  ],
  ris: [`TY  - JOUR\nTI  - A\n${'AU  - A\n'.repeat(20_000)}ER  - `, `TY  - JOUR\nTI  - A\n${'KW  - a\n'.repeat(50_000)}ER  - `],
  jsonl: [`{"title":"A","authors":[${'"a",'.repeat(20_000)}"a"]}`, `{${'"title":"A",'.repeat(20_000)}"title":"A"}`],
  json: [`{"title":"A","authors":[${'"a",'.repeat(20_000)}"a"]}`, `{"title":"A","tags":[${'"a",'.repeat(50_000)}"a"]}`],
  csv: [','.repeat(100_000), `"A",,,"${'a;'.repeat(50_000)}"`, `"A"${',"x"'.repeat(20_000)}`],
  atom: [
    `<!DOCTYPE lolz [${Array.from({ length: 20 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};&l${at};">`).join('')}]>\n<entry><title>&l20;</title></entry>`,
    `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><entry><title>&f;</title></entry>`,
    `<entry><title>A</title>${'<author><name>A</name></author>'.repeat(20_000)}</entry>`,
  ],
};
const NESTED: Readonly<Record<string, (depth: number) => string>> = {
  bibtex: (depth) => `@misc{k, title = {${'{'.repeat(depth)}x${'}'.repeat(depth)}}}`,
  ris: (depth) => `TY  - JOUR\nTI  - ${'('.repeat(depth)}\nER  - `,
  jsonl: (depth) => `{"title":"A","x":${'['.repeat(depth)}${']'.repeat(depth)}}`,
  json: (depth) => `{"title":"A","x":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`,
  csv: (depth) => `"${'""'.repeat(depth)}"`,
  atom: (depth) => `<entry><title>A</title>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</entry>`,
};
const ODD = ['\0', '\uD800', '\uDC00', '\uFFFD', '\uFFFF', '\u0000\u0001\u0008', '\u2028', '\u0085', '\uDBFF\uD800', '\u{10FFFF}'];
const OTHERS = ['%PDF-1.7\n1 0 obj <<>>', 'PK\u0003\u0004\u0014\0\0', '<!DOCTYPE html><html><body>@misc{a}</body></html>', '\u007FELF\u0002', '\u0089PNG\r\n', 'GIF89a', 'SQLite format 3\0', '{\\rtf1\\ansi}', 'From: a@b.c\n\n', '\u001F\u008B\b', '#!/bin/sh\n', 'BEGIN:VCALENDAR', '%0 Journal\n%T x', 'PMID- 1'];

/** Six hundred files: twelve kinds, fifty of each, the same in every run. `size` is that of the long fields, in UTF-16 units. */
export function hostileFiles(size: number): HostileFile[] {
  const long = ['x', '\\', '{}', '$', '@', '"', '&', ' ', '\n', '<a>', 'and ', 'é', '\u202E', '--', "'"];
  const clean = (format: string, text: string): string => (format === 'bibtex' ? text : text.replaceAll('\n', ' '));
  return [
    ...inEach('script', SCRIPTS.map((text) => (format: string) => entry(format, text, 'https://example.org/', '', text))),
    ...inEach('link', LINKS.map((link) => (format: string) => entry(format, 'A link', link))),
    ...inEach('key', KEYS.map((name) => (format: string) => entry(format, 'A key', 'https://example.org/', name))),
    ...inEach('bidi', BIDI.map((sign) => (format: string) => entry(format, `a${sign}b${sign}`, `https://example.org/${sign}`, '', sign))),
    ...inEach('zero width', ZERO.map((sign) => (format: string) => entry(format, `${sign}a${sign}`, 'https://example.org/', '', sign.repeat(500)))),
    ...inEach('long field', long.map((text) => (format: string) => entry(format, 'Long', 'https://example.org/', '', clean(format, text.repeat(Math.ceil(size / text.length)))))),
    ...inEach('nesting', [20_000, 1_000, 65, 64, 63, 25_000, 30_000, 3, 40_000].map((depth) => (format: string) => NESTED[format]!(depth))),
    ...inEach('bomb', [0, 1, 2, 3, 4, 5, 6, 7, 8].map((at) => (format: string) => BOMBS[format]![at % BOMBS[format]!.length]!)),
    ...inEach('open', Array.from({ length: 12 }, (_, at) => (format: string) => OPEN[format]![at % OPEN[format]!.length]!)),
    ...inEach('odd sign', ODD.map((sign) => (format: string) => entry(format, `a${sign}b`, `https://example.org/${sign}`, '', sign))),
    ...Array.from({ length: 50 }, (_, at) => ({ kind: 'other file', format: undefined, text: OTHERS[at % OTHERS.length]! + 'x\0\n"{@'.repeat(at * 20) })),
    ...Array.from({ length: 50 }, (_, at) => ({ kind: 'circle', format: 'bibtex', text: between('bibtex', circle(at + 1)) })),
  ];
}

/** Entries that refer to each other in circles of this length, some twice, some by two ways. */
function circle(length: number): string {
  return Array.from({ length }, (_, at) => `@misc{c${at}, ${at % 3 === 0 ? '' : 'title = {C}, '}crossref = {c${(at + 1) % length}}, xdata = {c${(at * 7) % length},c${at}}}`).join('\n');
}

/** The titles of the good entries. */
export const goodTitles: readonly string[] = GOOD;
