import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectBidi } from './bidi.ts';
import type { Browser, BrowserOptions } from './browser.ts';
import { firefoxInternals } from './firefox-internals.ts';
import { firefoxPage, openIn } from './firefox-page.ts';
import { chord } from './keys.ts';
import { Page } from './page.ts';
import { makeProfile } from './profile.ts';
import { until } from './wait.ts';

/** Fixed, so that the extension's own pages have an address known in advance. */
const UUID = '5a9be4d1-7c1f-4b8e-9d34-0c2f6b7e8a15';

/** Opens Firefox with a throw-away profile and the extension loaded, over WebDriver BiDi, which it speaks by itself. */
export async function openFirefox(options: BrowserOptions): Promise<Browser> {
  const addonId = addonIdOf(options.extension);
  const profile = options.profile ?? (await makeProfile(options.executable));
  const leave = (): Promise<void> => (options.profile === undefined ? rm(profile, { recursive: true, force: true, maxRetries: 5 }) : Promise.resolve());
  await writeFile(join(profile, 'user.js'), preferences(addonId, options.proxyPort));
  const child = spawn(
    options.executable,
    ['--profile', profile, '--no-remote', ...(options.headless ? ['--headless'] : []), '--remote-debugging-port=0', '--remote-allow-system-access', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', ...(options.headless ? { HOME: profile } : {}) } },
  );
  const bidi = await connectBidi(await addressOf(child));
  const { capabilities } = await bidi.send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: { alwaysMatch: { acceptInsecureCerts: options.proxyPort !== undefined } },
  });
  const install = async (): Promise<void> => void (await bidi.send('webExtension.install', { extensionData: { type: 'path', path: options.extension } }));
  await install();
  const internals = await firefoxInternals(bidi, addonId);
  const origin = `moz-extension://${UUID}`;

  const contexts = new WeakMap<Page, string>();
  /** In a window, the empty tab that the browser came with would puzzle. */
  async function closeEmpty(): Promise<void> {
    const { contexts } = await bidi.send<{ contexts: { context: string; url: string }[] }>('browsingContext.getTree', { maxDepth: 0 });
    for (const { context } of contexts.filter(({ url }) => url === 'about:blank')) await bidi.send('browsingContext.close', { context });
  }

  async function openTab(url: string): Promise<Page> {
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await openIn(bidi, context, url);
    if (!options.headless) await closeEmpty();
    const page = new Page(firefoxPage(bidi, internals, context, async () => void (await bidi.send('browsingContext.close', { context }))));
    contexts.set(page, context);
    return page;
  }

  async function openedPopup(): Promise<Page> {
    const popup = new Page(firefoxPage(bidi, internals, await internals.openedPopup(), () => internals.closePopup()));
    await until('the popup to load', () => popup.evaluate(() => document.readyState === 'complete'));
    return popup;
  }

  return {
    name: 'firefox',
    version: capabilities.browserVersion,
    origin,
    page: openTab,
    extensionPage: (path) => openTab(`${origin}/${path}`),
    popup: async (over) => {
      await over.front();
      await internals.openPopup();
      return openedPopup();
    },
    openedPopup,
    killWorker: () => internals.terminateBackground(),
    workerAlive: async () => (await internals.backgroundState()) !== 'stopped',
    update: install,
    shortcut: async (keys, over) => {
      await over.front();
      await internals.press(chord(keys));
    },
    answer: (yes) => (yes ? Promise.resolve() : Promise.reject(new Error('Firefox says yes here without asking'))),
    permission: (origin, granted) => internals.permission(origin, granted),
    closed: ended(child),
    close: async () => {
      await Promise.race([bidi.send('browser.close').catch(() => undefined), ended(child)]);
      await ended(child);
      bidi.close();
      await leave();
    },
    crash: async () => {
      child.kill('SIGKILL');
      await ended(child);
      bidi.close();
      await leave();
    },
  };
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });

function addonIdOf(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as { browser_specific_settings: { gecko: { id: string } } };
  return manifest.browser_specific_settings.gecko.id;
}

/** Firefox prints where it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    child.stderr?.on('data', (data: Buffer) => {
      text += data.toString();
      const match = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(text);
      if (match?.[1]) found(match[1]);
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`Firefox ended with code ${String(code)}: ${text}`)));
  });
}

/** No first-run pages, no calls home. */
function preferences(addonId: string, proxyPort: number | undefined): string {
  const all: Record<string, string | number | boolean> = {
    'remote.active-protocols': 1,
    'extensions.webextOptionalPermissionPrompts': false, // a wish for a permission is granted; the prompt itself is not ours to test
    // A profile that is opened again has its library again, though the extension is loaded anew.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: UUID }),
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.startup.page': 0,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'browser.safebrowsing.downloads.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.update.enabled': false,
    'dom.push.connection.enabled': false,
    'browser.region.network.url': '',
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    ...(proxyPort === undefined
      ? {}
      : {
          'network.proxy.type': 1,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': proxyPort,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': proxyPort,
          'network.proxy.no_proxies_on': '',
        }),
  };
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
