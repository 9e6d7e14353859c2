import { X509Certificate } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request } from 'node:https';
import type { Duplex } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { selfSigned } from '../../src/start/certificate.ts';
import { onlyLocal } from '../../src/start/proxy.ts';
import { standIn } from '../../src/start/stand-in.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const PAGES = [
  { url: 'https://arxiv.org/abs/1?x=2', body: '<h1>one</h1>' },
  { url: 'https://huggingface.co/papers', body: 'papers' },
];

function get(port: number, host: string, path: string, socket?: Duplex): Promise<{ status: number; policy: string | undefined; body: string }> {
  return new Promise((done, failed) => {
    const asked = request({ port, host: '127.0.0.1', path, headers: { host }, rejectUnauthorized: false, ...(socket ? { socket, agent: false } : {}) }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => done({ status: response.statusCode ?? 0, policy: response.headers['content-security-policy']?.toString(), body }));
    });
    asked.on('error', failed);
    asked.end();
  });
}

test('the certificate names its hosts, is signed by itself and is valid now', () => {
  const certificate = new X509Certificate(selfSigned(['arxiv.org', 'a-rather-long-name.huggingface.co']).cert);
  expect(certificate.checkHost('arxiv.org')).toBe('arxiv.org');
  expect(certificate.checkHost('example.org')).toBeUndefined();
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
});

test('pages are told apart by host and full address, and every request is written down', async () => {
  const site = await standIn(PAGES);
  open.push(site);
  expect(await get(site.port, 'arxiv.org', '/abs/1?x=2')).toMatchObject({ status: 200, body: '<h1>one</h1>', policy: undefined });
  expect(await get(site.port, 'huggingface.co', '/papers')).toMatchObject({ status: 200, body: 'papers' });
  expect((await get(site.port, 'arxiv.org', '/papers')).status).toBe(404);
  expect(site.hits).toEqual(['GET https://arxiv.org/abs/1?x=2', 'GET https://huggingface.co/papers', 'GET https://arxiv.org/papers']);
});

test('the strict policy is sent with every page', async () => {
  const site = await standIn(PAGES, 'strict');
  open.push(site);
  expect((await get(site.port, 'arxiv.org', '/abs/1?x=2')).policy).toContain("require-trusted-types-for 'script'");
});

test('the proxy leads known hosts to the stand-in and refuses and writes down the rest', async () => {
  const site = await standIn(PAGES);
  const proxy = await onlyLocal(site.hosts, site.port);
  open.push(site, proxy);
  const tunnel = (to: string): Promise<{ status: number; socket: Duplex }> =>
    new Promise((done, failed) => {
      const asked = httpRequest({ port: proxy.port, host: '127.0.0.1', method: 'CONNECT', path: to });
      asked.on('connect', (response, socket) => done({ status: response.statusCode ?? 0, socket }));
      asked.on('error', failed);
      asked.end();
    });
  const known = await tunnel('huggingface.co:443');
  expect(known.status).toBe(200);
  known.socket.destroy();
  expect((await tunnel('example.org:443')).status).toBe(502);
  expect((await tunnel('huggingface.co:80')).status).toBe(502);
  expect(proxy.refused).toEqual(['example.org:443', 'huggingface.co:80']);
});
