/** An arXiv identifier, canonical and without version, and the version where one was named. */
export interface ArxivId {
  readonly id: string;
  readonly version?: number;
}

/** Archives that gave out identifiers before April 2007 (https://info.arxiv.org/help/arxiv_identifier.html). */
const OLD_ARCHIVES = new Set(
  (
    'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga ' +
    'funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph ' +
    'q-alg q-bio quant-ph solv-int supr-con'
  ).split(' '),
);

const NEW = /^(\d\d)(\d\d)\.(\d{4,5})(?:v([1-9]\d{0,2}))?$/;
const OLD = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2}|\.[a-z]+-[a-z]+|\.[a-z]{3,8})?\/(\d\d)(\d\d)(\d{3})(?:v([1-9]\d{0,2}))?$/;
/** What may stand around an identifier: "arXiv preprint arXiv:", ".pdf", " [cs.LG]", closing punctuation. */
const BEFORE = /^(?:arxiv(?:\s+e-?prints?|\s+preprint)?[\s:,]*)?(?:arxiv\s*[:.]\s*)?/;
const AFTER = /(?:\.pdf)?(?:\s*\[[a-z][a-z.\s;,-]{0,60}\])?[\s.,;:)\]]*$/;

/**
 * Reads a text that is an arXiv identifier and nothing else, old (`math.GT/0202001v2`) or new (`arXiv:0704.0001`).
 * The subject class of an old one is dropped (`math/0202001`). Undefined for anything else; never throws.
 */
export function parseArxivId(text: string): ArxivId | undefined {
  if (text.length > 120) return undefined;
  const bare = text.trim().toLowerCase().replace(BEFORE, '').replace(AFTER, '');
  return parseNew(bare) ?? parseOld(bare);
}

function parseNew(bare: string): ArxivId | undefined {
  const [, year = '', month = '', number = '', version] = NEW.exec(bare) ?? [];
  if (!isMonth(month)) return undefined;
  const since = Number(year + month);
  // The scheme began in April 2007; numbers have five digits since January 2015.
  if (since < 704 || number.length !== (since < 1501 ? 4 : 5) || Number(number) === 0) return undefined;
  return withVersion(`${year}${month}.${number}`, version);
}

function parseOld(bare: string): ArxivId | undefined {
  const [, archive = '', year = '', month = '', number = '', version] = OLD.exec(bare) ?? [];
  if (!OLD_ARCHIVES.has(archive) || !isMonth(month)) return undefined;
  // From July 1991 to March 2007.
  const since = Number(year) >= 91 ? 1900 + Number(year) : 2000 + Number(year);
  if (since > 2007 || (since === 2007 && Number(month) > 3)) return undefined;
  return withVersion(`${archive}/${year}${month}${number}`, version);
}

function isMonth(digits: string): boolean {
  return digits >= '01' && digits <= '12';
}

function withVersion(id: string, version: string | undefined): ArxivId {
  return version === undefined ? { id } : { id, version: Number(version) };
}
