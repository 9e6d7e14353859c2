import type { StandInPage } from '../../src/start/stand-in.ts';
import { KIN, listing, PRIOR, STRANGER, type PageParts } from './content-pages.ts';

/** Pages that mean harm, or do it: each a listing with one paper of the collection and one close to it. */

const ITEMS = [PRIOR, STRANGER, KIN];
const hostile = (name: string, parts: PageParts): StandInPage => listing(name, ITEMS, parts);
const all = (pages: Readonly<Record<string, PageParts>>): StandInPage[] => Object.entries(pages).map(([name, parts]) => hostile(name, parts));
const head = (script: string): PageParts => ({ before: `<script>${script}</script>` });

/** Elements whose names hide the document's own members. */
export const CLOBBERING = all({
  'clobber/selector': { before: '<form name="querySelector"></form><form name="querySelectorAll"></form>' },
  'clobber/create': { before: '<img name="createElement"><img name="createElementNS">' },
  'clobber/text': { before: '<form name="createTextNode"><input name="parentNode"></form>' },
  'clobber/roots': { before: '<form name="documentElement"></form><form name="body"></form><img name="head">' },
  'clobber/events': { before: '<img name="addEventListener"><img name="prerendering"><img name="hidden">' },
  'clobber/window': { before: '<a id="location"></a><a id="navigation"></a><a id="scrollY"></a><a id="paperkin"></a><a id="requestIdleCallback"></a>' },
  'clobber/points': { before: '<object name="elementFromPoint"></object><img name="activeElement"><img name="contentType">' },
  'clobber/self': { before: '<form name="paperkin-badge" id="paperkin-badge"><input name="attributes"><input name="children"></form>' },
});

export const PROTOTYPES = all({
  'prototypes/shadow': head(`Element.prototype.attachShadow = () => { throw new Error('no') }; Node.prototype.appendChild = Element.prototype.append = () => { throw new Error('no') };`),
  'prototypes/arrays': head(`for (const name of ['map', 'filter', 'forEach', 'some', 'sort', 'slice', 'push']) Array.prototype[name] = () => { throw new Error('no') };`),
  'prototypes/globals': head(`for (const name of ['MutationObserver', 'requestIdleCallback', 'requestAnimationFrame', 'setTimeout', 'performance', 'Map', 'Set', 'WeakMap', 'URL', 'CSSStyleSheet']) window[name] = undefined;`),
  'prototypes/strings': head(`String.prototype.trim = String.prototype.replace = String.prototype.slice = () => '<img src=x onerror=alert(1)>';`),
});

/** The page has an element of our name of its own: no badge, and no fight. */
export const NAMESAKE = hostile('hostile/namesake', head(`customElements.define('paperkin-badge', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }); } });`));

/** What a page does to a badge, again and again. */
const again = (deed: string): PageParts => ({ script: `globalThis.deeds = 0; new MutationObserver(() => { for (const badge of document.querySelectorAll('.list-title paperkin-badge')) { deeds++; ${deed} } }).observe(document, { childList: true, subtree: true });` });
export const TAMPERING = all({
  'tamper/remove': again('badge.remove()'),
  'tamper/move': again('document.body.append(badge)'),
  'tamper/dress': again(`badge.setAttribute('style', 'display: none !important; opacity: 0 !important'); badge.hidden = true; badge.className = 'x'`),
  'tamper/fill': again(`if (!badge.firstChild) badge.append('In your collection')`),
  'tamper/clone': again(`if (deeds < 5) badge.after(badge.cloneNode(true))`),
});

/** Styles by which a page would hide a badge, or lead clicks past it: none may take. */
export const DISGUISE = hostile('hostile/disguise', {
  style: 'paperkin-badge, .list-title > * { opacity: 0 !important; pointer-events: none !important; display: none !important; visibility: hidden !important; font-size: 90px !important; transform: scale(9) !important; position: fixed !important }',
});
export const FADED = hostile('hostile/faded', { style: 'dl { opacity: 0.5 }' });
export const FADED_TWICE = hostile('hostile/faded-twice', { style: 'html { opacity: 0.8 } dl { opacity: 0.8 }' });
export const COVERED = hostile('hostile/covered', { before: '<div style="position: fixed; inset: 0; z-index: 2147483647"></div>' });
/** Lays something over the card, in the top layer, as soon as it is asked to. */
export const COVERED_LATER = hostile('hostile/covered-later', {
  before: '<div id="cover" popover="manual" style="inset: 0; width: 100vw; height: 100vh; opacity: 0; border: 0; padding: 0"></div>',
  script: 'globalThis.cover = () => document.getElementById("cover").showPopover()',
});
export const PLAIN = hostile('hostile/plain', {});
