import { fileURLToPath } from 'node:url';
import type { Browser, BrowserName } from './browser.ts';
import { openChromium } from './chromium.ts';
import { findBrowser, OVERRIDES } from './find-browser.ts';
import { openFirefox } from './firefox.ts';
import { onlyLocal } from './proxy.ts';
import { samplePages } from './sample-pages.ts';
import { standIn, type PagePolicy, type StandInPage } from './stand-in.ts';

export interface LocalOptions {
  /** What the web consists of; default: the project's sample pages. */
  readonly pages?: readonly StandInPage[];
  readonly policy?: PagePolicy;
  /** Another unpacked build than `dist/<browser>`. */
  readonly extension?: string;
  readonly headless?: boolean;
  readonly realKeys?: boolean;
  readonly profile?: string;
}

/** What was asked for on the web while the browser was open. */
export interface Traffic {
  /** Requests to the hosts that are played here: `GET https://arxiv.org/abs/…`. */
  readonly served: readonly string[];
  /** Hosts that were refused, without those that the browser itself calls: nothing real was reached. */
  readonly refused: readonly string[];
  /** Content-security-policy reports of the pages. */
  readonly reports: readonly string[];
}

export type LocalBrowser<B extends Browser = Browser> = B & { traffic(): Traffic };

/** Calls home of the browsers themselves, which no switch turns off. */
const OWN_CALLS = /(?:^|\.|\/)(?:google|googleapis|gstatic|gvt1|googleusercontent|mozilla|firefox|microsoft|msn|bing)\.(?:com|net|org)(?::|\/|$)/;

/** Opens an installed browser whose whole web is a set of local pages: no request leaves the machine. */
export async function openBrowser(name: 'chromium', options?: LocalOptions): Promise<LocalBrowser<Awaited<ReturnType<typeof openChromium>>>>;
export async function openBrowser(name: BrowserName, options?: LocalOptions): Promise<LocalBrowser>;
export async function openBrowser(name: BrowserName, options: LocalOptions = {}): Promise<LocalBrowser> {
  const found = findBrowser(name);
  if (!found) throw new Error(`no ${name} is installed here; ${OVERRIDES[name]} may name one`);
  const site = await standIn(options.pages ?? samplePages(), options.policy);
  const proxy = await onlyLocal(site.hosts, site.port);
  const stop = async (): Promise<void> => void (await Promise.all([site.close(), proxy.close()]));
  try {
    const browser = await (name === 'chromium' ? openChromium : openFirefox)({
      executable: found.executable,
      extension: options.extension ?? builtFor(name),
      headless: options.headless ?? true,
      proxyPort: proxy.port,
      realKeys: options.realKeys ?? false,
      ...(options.profile !== undefined && { profile: options.profile }),
    });
    return {
      ...browser,
      traffic: () => ({ served: [...site.hits], refused: proxy.refused.filter((host) => !OWN_CALLS.test(host)), reports: [...site.reports] }),
      close: async () => {
        await browser.close();
        await stop();
      },
      crash: async () => {
        await browser.crash();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The folder of the unpacked build. */
export const builtFor = (name: BrowserName): string => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
