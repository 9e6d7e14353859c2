import { execFileSync, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** An X display without a screen, on which a real key can be pressed. Linux, with Xvfb and xdotool. */
export interface VirtualDisplay {
  /** For DISPLAY: `:7`. */
  readonly name: string;
  press(keys: string): void;
  close(): void;
}

export async function virtualDisplay(): Promise<VirtualDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const name = await new Promise<string>((found, failed) => {
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`Xvfb ended with code ${String(code)}`)));
    (server.stdio[3] as Readable).once('data', (number: Buffer) => found(`:${number.toString().trim()}`));
  });
  return {
    name,
    press: (keys) => void execFileSync('xdotool', ['key', keysymOf(keys)], { env: { ...process.env, DISPLAY: name } }),
    close: () => void server.kill(),
  };
}

/** `Alt+Shift+L` → `alt+shift+l`; names of keys keep their case: `Tab`, `Return`. */
const keysymOf = (keys: string): string => keys.replaceAll(/\b(?:Alt|Shift|Ctrl|[A-Z])\b/g, (part) => part.toLowerCase());
