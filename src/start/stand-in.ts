import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './certificate.ts';

/** A page served under a real address, without touching the real site. */
export interface StandInPage {
  readonly url: string;
  readonly body: string | Buffer;
  /** Default `text/html; charset=utf-8`. */
  readonly type?: string;
}

export interface StandIn {
  readonly port: number;
  readonly hosts: readonly string[];
  /** Every request that arrived, as `GET https://host/path`. */
  readonly hits: readonly string[];
  /** Bodies of the content-security-policy reports that pages sent. */
  readonly reports: readonly string[];
  close(): Promise<void>;
}

/**
 * `open`: no policy. `strict`: the strictest policy a page may set, with Trusted Types and reporting; inline
 * scripts and styles of the page itself do not run under it.
 */
export type PagePolicy = 'open' | 'strict';

const REPORT_PATH = '/.policy-report';
const STRICT = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri ${REPORT_PATH}`;

/** One local TLS server that plays all the hosts of `pages`, told apart by the Host header. */
export async function standIn(pages: readonly StandInPage[], policy: PagePolicy = 'open'): Promise<StandIn> {
  const byAddress = new Map(pages.map((page) => [new URL(page.url).href, page]));
  const hosts = [...new Set(pages.map((page) => new URL(page.url).hostname))];
  const hits: string[] = [];
  const reports: string[] = [];

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const address = `https://${request.headers.host ?? ''}${request.url ?? '/'}`;
    if (request.url === REPORT_PATH) {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        reports.push(Buffer.concat(chunks).toString());
        response.writeHead(204).end();
      });
      return;
    }
    hits.push(`${request.method ?? ''} ${address}`);
    const page = byAddress.get(address);
    response.writeHead(page ? 200 : 404, {
      'content-type': page?.type ?? 'text/html; charset=utf-8',
      ...(policy === 'strict' ? { 'content-security-policy': STRICT } : {}),
    });
    response.end(page?.body ?? '<!doctype html><html lang="en"><title>404</title><h1>No such page here</h1></html>');
  }

  const server = createServer(selfSigned(hosts), answer);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    hits,
    reports,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
