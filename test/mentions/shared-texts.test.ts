import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PaperFinder } from '../../src/mentions/paper-finder.ts';
import { bundledPapers } from '../collections/bundled.ts';

/** Real pages of scholarly sites; they stand beside the project, not in it. None of them names a paper of the collection but those below. */
const folder = join(resolve(process.env['PAPERKIN_SHARED'] ?? '../shared'), 'pages');
const pages = existsSync(folder) ? readdirSync(folder).filter((file) => /\.(?:html|xml)$/.test(file)) : [];

function finder(): PaperFinder {
  const steps = PaperFinder.build(bundledPapers());
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('saved pages', () => {
  const found: string[] = [];
  const ready = finder();
  it.each(pages)('%s', (file) => {
    const text = readFileSync(join(folder, file), 'utf8')
      .replaceAll(/<(script|style)\b.*?<\/\1>/gis, ' ')
      .replaceAll(/<\/?(?:p|div|li|ul|dl|dt|dd|h\d|td|tr|th|br|section|article|title|meta)\b[^>]*>/gi, '\n')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&');
    const steps = ready.find(text);
    for (;;) {
      const step = steps.next();
      if (!step.done) continue;
      found.push(...step.value.map(({ start, end }) => `${file}: ${text.slice(start, end)}`));
      break;
    }
    expect(found).toEqual([]);
  });
});
