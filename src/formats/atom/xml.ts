/** What a reader of XML hears, in the order of the file; lines from 1. */
export interface XmlListener {
  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void;
  /** Entities resolved; may come in several pieces. */
  text(text: string): void;
  close(name: string): void;
}

type Mode = 'text' | 'tag' | 'comment' | 'data' | 'instruction' | 'doctype';

/** Longer tags are cut. In UTF-16 units. */
const LONGEST_TAG = 16_384;
const LONGEST_ENTITY = 12;
const RESYNC = '<entry>';
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]{1,100})\s{0,20}=\s{0,20}(?:"([^"]{0,8192})"|'([^']{0,8192})')/g;
const ENTITIES: ReadonlyMap<string, string> = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

/**
 * Reads XML in one pass, wherever its chunks are cut. Knows the five entities of XML and numbers; a document type is
 * skipped with all it declares, so that no entity can grow. Well-formedness is not asked for: what nothing closes ends
 * at the next `<entry>`.
 */
export class XmlReader {
  readonly #listener: XmlListener;
  #mode: Mode = 'text';
  /** The tag, or the end of the comment or section at hand. */
  #held = '';
  /** The last signs of a tag, comment, section or document type. */
  #recent = '';
  /** The name of an entity, while one is read. */
  #entity: string | undefined;
  #quote = '';
  #depth = 0;
  #line = 1;
  #tagLine = 1;

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  push(chunk: string): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk.charAt(at);
      if (sign === '\n') this.#line++;
      if (this.#mode === 'text' && this.#entity === undefined && sign !== '<' && sign !== '&') continue;
      if (this.#mode === 'text' && this.#entity === undefined) this.#say(chunk.slice(from, at));
      if (this.#mode !== 'text' && this.#isResync(sign)) this.#resync();
      else if (this.#mode === 'data') this.#inData(sign);
      else this.#take(sign);
      from = at + 1;
    }
    if (this.#mode === 'text' && this.#entity === undefined) this.#say(chunk.slice(from));
  }

  end(): void {
    if (this.#entity !== undefined) this.#say(`&${this.#entity}`);
    this.#entity = undefined;
  }

  #take(sign: string): void {
    if (this.#mode === 'text') this.#inText(sign);
    else if (this.#mode === 'tag') this.#inTag(sign);
    else if (this.#mode === 'doctype') this.#inDoctype(sign);
    else {
      const end = this.#mode === 'comment' ? '-->' : '?>';
      this.#held = (this.#held + sign).slice(-end.length);
      if (this.#held === end) this.#leave();
    }
  }

  #inText(sign: string): void {
    if (this.#entity !== undefined && (sign === ';' || sign === '<' || sign === '&' || this.#entity.length >= LONGEST_ENTITY)) {
      const known = sign === ';' ? resolve(this.#entity) : undefined;
      this.#say(known ?? `&${this.#entity}${sign === '<' || sign === '&' ? '' : sign}`);
      this.#entity = undefined;
      if (sign !== '<' && sign !== '&') return;
    }
    if (sign === '<') {
      this.#mode = 'tag';
      this.#held = this.#quote = this.#recent = '';
      this.#tagLine = this.#line;
    } else this.#entity = this.#entity === undefined ? '' : this.#entity + sign;
  }

  #inTag(sign: string): void {
    if (this.#quote !== '') {
      if (sign === this.#quote) this.#quote = '';
    } else if (sign === '>') {
      this.#endTag();
      return;
    } else if ((sign === '"' || sign === "'") && this.#held.includes('=')) this.#quote = sign;
    if (this.#held.length < LONGEST_TAG) this.#held += sign;
    if (this.#held === '!--') this.#enter('comment');
    else if (this.#held === '![CDATA[') this.#enter('data');
    else if (this.#held === '!DOCTYPE') this.#enter('doctype');
    else if (this.#held === '?') this.#enter('instruction');
  }

  #inData(sign: string): void {
    this.#held += sign;
    if (this.#held.endsWith(']]>')) {
      this.#say(this.#held.slice(0, -3));
      this.#leave();
    } else if (this.#held.length > LONGEST_TAG && sign !== ']' && sign !== '>') {
      this.#say(this.#held);
      this.#held = '';
    }
  }

  #inDoctype(sign: string): void {
    if (this.#quote !== '') {
      if (sign === this.#quote) this.#quote = '';
    } else if (sign === '"' || sign === "'") this.#quote = sign;
    else if (sign === '[') this.#depth++;
    else if (sign === ']') this.#depth--;
    else if (sign === '>' && this.#depth <= 0) this.#leave();
  }

  #endTag(): void {
    const tag = this.#held;
    this.#leave();
    const [, slash = '', name = ''] = /^(\/?)\s{0,8}([\w:.-]{1,100})/.exec(tag) ?? [];
    if (name === '') return;
    if (slash !== '') return this.#listener.close(name);
    const attributes = new Map<string, string>();
    if (tag.includes('=')) for (const [, key = '', double, single = ''] of tag.slice(name.length).matchAll(ATTRIBUTE)) attributes.set(key, unescaped(double ?? single));
    this.#listener.open(name, attributes, this.#tagLine);
    if (tag.endsWith('/')) this.#listener.close(name);
  }

  /** Inside something that should not hold an element, one begins. */
  #isResync(sign: string): boolean {
    this.#recent = (this.#recent + sign).slice(-RESYNC.length);
    return this.#recent === RESYNC;
  }

  #resync(): void {
    this.#leave();
    this.#listener.open('entry', new Map(), this.#line);
  }

  #enter(mode: Mode): void {
    this.#mode = mode;
    this.#held = this.#quote = this.#recent = '';
    this.#depth = 0;
  }

  #leave(): void {
    this.#enter('text');
  }

  #say(text: string): void {
    if (text !== '') this.#listener.text(text);
  }
}

/** What an entity stands for: of those that every document knows. */
function resolve(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return ENTITIES.get(name);
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD';
}

function unescaped(text: string): string {
  return text.replace(/&([#\w]{1,12});/g, (entity, name: string) => resolve(name) ?? entity);
}
