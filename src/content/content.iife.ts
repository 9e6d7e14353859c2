import { page } from './document.ts';
import { marks } from './marks.ts';

// A second run in the same page must not mark twice. The sign is in this world, not on the page, and a symbol: an element
// with a fitting id would stand for a name.
const RUNNING = Symbol.for('paperkin');
const world = globalThis as { [RUNNING]?: true };
// Where the reader takes a site back we end, and may be started again.
const start = (): void => marks(() => delete world[RUNNING]);
if (!world[RUNNING]) {
  world[RUNNING] = true;
  // A page being prerendered may never be seen.
  const { prerendering } = page as Document & { readonly prerendering?: boolean };
  if (prerendering) page.addEventListener('prerenderingchange', start, { once: true });
  else start();
}
