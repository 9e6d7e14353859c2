import { WebSocket } from 'ws';
import { callable } from './callable.ts';

/** A WebDriver BiDi connection (https://w3c.github.io/webdriver-bidi/), which Firefox speaks by itself. */
export interface Bidi {
  send<T>(method: string, params?: object): Promise<T>;
  /** Runs `fn(...args)` in a browsing context; arguments and result travel as JSON. */
  call<A extends readonly unknown[], R>(context: string, fn: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly type: string;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** What script.callFunction answers. */
export type ScriptReply =
  | { readonly type: 'success'; readonly result: { readonly value?: unknown; readonly sharedId?: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** The text that a called function gave back; its exception is thrown here. */
export function valueOf(reply: ScriptReply): string {
  if (reply.type === 'exception') throw new Error(reply.exceptionDetails.text);
  return String(reply.result.value);
}

/** Opens a session at the address that Firefox printed. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  await new Promise<void>((open, failed) => {
    socket.once('open', open);
    socket.once('error', failed);
  });
  let last = 0;
  const waiting = new Map<number, (message: Message) => void>();
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message;
    if (message.id === undefined) return;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  socket.on('close', () => {
    for (const settle of waiting.values()) settle({ type: 'error', error: 'closed', message: 'the browser is gone' });
    waiting.clear();
  });

  function send<T>(method: string, params: object = {}): Promise<T> {
    return new Promise((ok, failed) => {
      const id = ++last;
      waiting.set(id, (message) => {
        if (message.type === 'error') failed(new Error(`${method}: ${message.error ?? ''}: ${message.message ?? ''}`));
        else ok(message.result as T);
      });
      socket.send(JSON.stringify({ id, method, params }), (error) => error && failed(error));
    });
  }

  return {
    send,
    call: async <A extends readonly unknown[], R>(context: string, fn: (...args: A) => R, ...args: A): Promise<Awaited<R>> => {
      const reply = await send<ScriptReply>('script.callFunction', {
        functionDeclaration: `async (json) => JSON.stringify(await ${callable(fn)}(...JSON.parse(json))) ?? 'null'`,
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
        awaitPromise: true,
        userActivation: true,
        target: { context },
      });
      return JSON.parse(valueOf(reply)) as Awaited<R>;
    },
    close: () => socket.terminate(),
  };
}
