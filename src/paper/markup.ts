/** Named entities with a sign of their own; accented letters (`&eacute;`) and the rest follow by rule. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", szlig: 'ß', shy: '', zwj: '', zwnj: '', times: '×', micro: 'μ', plus: '+', num: '#', ast: '*', infin: '∞', deg: '°', percnt: '%', equals: '=', comma: ',', period: '.', colon: ':', lowbar: '_', dollar: '$', bsol: '\\', sup1: '¹', sup2: '²', sup3: '³' }),
);
const ACCENTED = /^([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash|breve|macr|ogon|dot|dblac|strok)$/i;
const PUNCTUATION = /^(?:nbsp|[lr]?[sd]quo|[bs]?bdquo|sbquo|laquo|raquo|lsaquo|rsaquo|[mn]dash|hyphen|dash|minus|hellip|(?:en|em|thin|hair)sp|bull|middot|[lr]arr|prime|lpar|rpar|lsqb|rsqb|excl|quest|semi|sol|newline|tab)$/i;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,12}[123]?));/gi;

/**
 * The tags that publishers leave in titles; `<d<` in a formula is none of them. Attributes are only taken with an
 * equals sign, so that `a <b and c> d` stays.
 */
const TAG = /<\/?(?:i|b|u|s|em|strong|sub|sup|sc|scp|tt|code|span|small|big|br|p|a|font|title|(?:mml:)?(?:math|semantics|mrow|mi|mo|mn|mtext|msub|msup|msubsup|mover|munder|mfrac|msqrt|mstyle|mspace)|(?:jats:)?(?:italic|bold|inline-formula|tex-math|p|title|monospace|roman))(?:\s[^<>=]{0,60}=[^<>]{0,300})?\s?\/?>/gi;

/** Entities and stray tags to plain text. Entities are read twice, for titles that were escaped twice (`&amp;amp;`). */
export function withoutMarkup(text: string): string {
  const decoded = text.includes('&') ? decodeEntities(decodeEntities(text)) : text;
  return decoded.replace(TAG, (tag) => (/^<\/?(?:br|p)\b/i.test(tag) ? ' ' : /^<su[bp]\b/i.test(tag) ? '^' : ''));
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named(name) ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
  });
}

function named(name: string): string | undefined {
  const sign = SIGNS.get(name.toLowerCase()) ?? ACCENTED.exec(name)?.[1];
  if (sign !== undefined) return sign;
  if (PUNCTUATION.test(name)) return ' ';
  const [, ligature] = /^(ae|oe)lig$/i.exec(name) ?? [];
  // What is left that titles use are Greek letters (`&alpha;`), whose names are what they fold to.
  return ligature ?? (GREEK.test(name) ? name : undefined);
}

const GREEK = /^(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|omicron|pi|rho|sigmaf?|tau|upsilon|phi|chi|psi|omega)$/i;
