import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '../../src/start/page.ts';

interface Axe {
  run(options: object): Promise<{
    readonly passes: readonly unknown[];
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[];
  }>;
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Travels to the page as its text, past the page's policy against evaluated code. */
const load = Object.assign(() => undefined, { toString: () => `() => { ${source} }` });

/** What axe finds wrong on a page: `rule: element`. Throws where it checked next to nothing. Closed shadow roots are not seen. */
export async function violations(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(load);
  const { checked, found } = await page.evaluate(async () => {
    const { passes, violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] });
    return { checked: passes.length, found: violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`)) };
  });
  if (checked < 10) throw new Error(`axe passed only ${checked} rules: it did not see the page`);
  return found;
}
