import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StandInPage } from './stand-in.ts';

/** The project's own sample pages: `name.html` beside `name.json`, whose `url` is the address the page stands for. */
export const SAMPLES = fileURLToPath(new URL('../../test/pages/', import.meta.url));

export function samplePages(folder = SAMPLES): StandInPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const { url } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { url: string };
      return { url, body: readFileSync(join(folder, file.replace(/\.json$/, '.html')), 'utf8') };
    });
}
