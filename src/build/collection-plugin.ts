import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import wordListPath from 'word-list';
import { compileCollection } from '../collections/compile.ts';
import { LEXICON } from '../library/package.ts';
import { packCollection } from '../library/packing.ts';
import { readTable } from '../library/word-table.ts';
import { packLexicon } from '../paper/lexicon.ts';

const sources = ['papers.txt', 'identities.tsv'].map((name) => new URL(`../collections/${name}`, import.meta.url));
const publicFolder = new URL('../../public/', import.meta.url);

/** Emits the bundled collection, compiled and indexed at build time, as packaged files under `collection/`. */
export function collectionPlugin(): Plugin {
  return {
    name: 'paperkin-collection',
    apply: 'build',
    async buildStart() {
      for (const [name, source] of await packBundled()) this.emitFile({ type: 'asset', fileName: `collection/${name}`, source });
    },
  };
}

/** The packaged files of the bundled collection, computed with the word table where the package has one. */
export async function packBundled(): Promise<Map<string, string | Uint8Array>> {
  const [listing = '', identities = ''] = await Promise.all(sources.map((source) => readFile(source, 'utf8')));
  const table = existsSync(new URL('model/meta.json', publicFolder)) ? await readTable(readPublic) : undefined;
  const lexicon = (await readFile(wordListPath, 'utf8')).split('\n');
  return new Map([...packCollection(compileCollection(listing, identities), table, lexicon), [LEXICON, packLexicon(lexicon)]]);
}

async function readPublic(file: string): Promise<ArrayBuffer> {
  const bytes = await readFile(new URL(file, publicFolder));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
