import { page } from './document.ts';
import { marks } from './marks.ts';

// Firefox runs the content script again when the extension is updated or turned on: the mark is in this world, not on the page.
const world = globalThis as { paperkin?: true };
if (!world.paperkin) {
  world.paperkin = true;
  // A page being prerendered may never be seen.
  const { prerendering } = page as Document & { readonly prerendering?: boolean };
  if (prerendering) page.addEventListener('prerenderingchange', marks, { once: true });
  else marks();
}
