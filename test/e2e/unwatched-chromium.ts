import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { findBrowser } from '../../src/start/find-browser.ts';
import { builtFor } from '../../src/start/open-browser.ts';
import { makeProfile } from '../../src/start/profile.ts';
import { onlyLocal } from '../../src/start/proxy.ts';
import { standIn, type StandIn, type StandInPage } from '../../src/start/stand-in.ts';

/** A Chromium whose pages nobody is attached to: with a debugger at a page, none is prerendered. What happens there, pages must tell their server. */
export interface UnwatchedChromium {
  readonly site: StandIn;
  open(url: string): Promise<void>;
  close(): Promise<void>;
}

export async function openUnwatched(pages: readonly StandInPage[]): Promise<UnwatchedChromium> {
  const executable = findBrowser('chromium')?.executable;
  if (executable === undefined) throw new Error('no chromium is installed here');
  const profile = await makeProfile(executable);
  const site = await standIn(pages);
  const proxy = await onlyLocal(site.hosts, site.port);
  const child = spawn(
    executable,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--remote-debugging-pipe',
      '--enable-unsafe-extension-debugging',
      `--user-data-dir=${profile}`,
      `--proxy-server=http://127.0.0.1:${proxy.port}`,
      '--proxy-bypass-list=<-loopback>',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--ignore-certificate-errors',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const send = talk(child.stdio[3] as Writable, child.stdio[4] as Readable);
  await send('Extensions.loadUnpacked', { path: builtFor('chromium') });
  return {
    site,
    open: async (url) => void (await send('Target.createTarget', { url })),
    close: async () => {
      await Promise.race([send('Browser.close').catch(() => undefined), ended]);
      await ended;
      await Promise.all([site.close(), proxy.close()]);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Calls of the Chrome DevTools Protocol over a pipe: JSON parted by NUL. */
function talk(to: Writable, from: Readable): (method: string, params?: object) => Promise<unknown> {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  let rest = '';
  from.on('data', (data: Buffer) => {
    const parts = (rest + data.toString()).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const reply = JSON.parse(part) as Reply;
      if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
    }
  });
  return (method, params = {}) =>
    new Promise((ok, failed) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) => (error ? failed(new Error(`${method}: ${error.message}`)) : ok(result)));
      to.write(`${JSON.stringify({ id, method, params })}\0`);
    });
}
