import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { siteFor } from '../../src/sites/registry.ts';
import type { Entry } from '../../src/sites/site.ts';

/** A document as a browser would have it after parsing; scripts do not run and nothing is fetched. */
export function parsePage(html: string, address: string): Document {
  const window = new Window({
    url: address,
    settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true, disableIframePageLoading: true, enableJavaScriptEvaluation: false },
  });
  return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}

/** What Paperkin finds on a page, in page order. */
export function readPage(document: Document, address: string): Entry[] {
  const url = new URL(address);
  const site = siteFor(url)?.site;
  if (site === undefined) return [];
  return [...site.titles(document, url)].map((title) => site.entry(title, url)).filter((entry) => entry !== undefined);
}

export function readFile(path: string, address: string): Entry[] {
  return readPage(parsePage(readFileSync(path, 'utf8'), address), address);
}
