import browser, { type Runtime } from 'webextension-polyfill';
import type { PageContract, PageMessage, Reply, WorkerContract, WorkerMessage } from '../messages/contract.ts';
import { PAGE_RULES } from '../messages/page-rules.ts';
import type { Rule } from '../messages/sender-rule.ts';
import { BadMessage } from '../messages/validate.ts';
import { type Self, senderClass } from './senders.ts';

/** The extension was updated or removed under this page: stop quietly. */
export class ExtensionGone extends Error {
  override name = 'ExtensionGone';
}

/** The answer was a failure in words, not a lost connection. */
class Refused extends Error {
  override name = 'Refused';
}

type Contract<C> = Record<keyof C, { ask: unknown; reply: unknown }>;
export type Handlers<C extends Contract<C>> = {
  readonly [M in keyof C]: (ask: C[M]['ask']) => C[M]['reply'] | Promise<C[M]['reply']>;
};
type Rules<C extends Contract<C>> = { readonly [M in keyof C]: Rule<C[M]['ask']> };
export type WorkerHandlers = Handlers<WorkerContract>;
export type PageHandlers = Handlers<PageContract>;

export interface Envelope {
  readonly to: 'worker' | 'page' | 'anywhere';
  readonly name: string;
  readonly ask: unknown;
}

/** Registers a content script's one message listener; gives what takes it away. */
export const servePage = (handlers: PageHandlers): (() => void) => serve('page', PAGE_RULES, handlers, () => Promise.resolve([]));

/** Asks the worker. Throws what went wrong in words; {@link ExtensionGone} when there is nobody left to ask. */
export const ask = <M extends WorkerMessage>(name: M, payload: WorkerContract[M]['ask']): Promise<WorkerContract[M]['reply']> =>
  send(() => browser.runtime.sendMessage({ to: 'worker', name, ask: payload } satisfies Envelope));

/** Asks the content script of a tab's top frame; rejects where none runs. */
export const askPage = <M extends PageMessage>(tab: number, name: M, payload: PageContract[M]['ask']): Promise<PageContract[M]['reply']> =>
  open(browser.tabs.sendMessage(tab, { to: 'page', name, ask: payload } satisfies Envelope, { frameId: 0 }));

/** False once the extension was updated or removed while this page stayed open. */
export function isAlive(): boolean {
  try {
    return Boolean(browser.runtime.id);
  } catch {
    return false;
  }
}

/** Registers the one message listener of this context; gives what takes it away. `granted`: the sites that the reader has enabled. */
export function serve<C extends Contract<C>>(to: Envelope['to'], rules: Rules<C>, handlers: Handlers<C>, granted: () => Promise<readonly string[]>): () => void {
  const self: Self = {
    id: browser.runtime.id,
    origin: browser.runtime.getURL(''),
    matches: browser.runtime.getManifest().content_scripts?.flatMap((script) => script.matches) ?? [],
  };
  const answer = async (envelope: Envelope, sender: Runtime.MessageSender): Promise<Reply<unknown>> => {
    try {
      if (!Object.hasOwn(rules, envelope.name)) throw new BadMessage(`unknown message ${envelope.name.slice(0, 40)}`);
      const name = envelope.name as keyof C;
      // Sites that the reader has enabled are looked up when one of them speaks: they may be taken back at any moment.
      const from = senderClass(sender, self) ?? senderClass(sender, { ...self, matches: await granted() });
      if (!from || !rules[name].from.includes(from)) throw new BadMessage(`${envelope.name} is not for this sender`);
      return { ok: true, value: await handlers[name](rules[name].check(envelope.ask, envelope.name)) };
    } catch (problem) {
      return { ok: false, error: problem instanceof Error ? problem.message : String(problem) };
    }
  };
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<Reply<unknown>> | undefined => {
    const envelope = readEnvelope(message);
    return envelope?.to === to ? answer(envelope, sender) : undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function readEnvelope(message: unknown): Envelope | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { to, name, ask } = message as Partial<Envelope>;
  return (to === 'worker' || to === 'page' || to === 'anywhere') && typeof name === 'string' ? { to, name, ask } : undefined;
}

/** A worker that dies under a question looks like a closed channel. Every question is a look-up, so it is asked again. */
async function send<T>(post: () => Promise<unknown>): Promise<T> {
  for (const pause of [50, 200, 1000]) {
    try {
      return await open<T>(post());
    } catch (problem) {
      if (problem instanceof Refused) throw problem;
      if (!isAlive()) throw new ExtensionGone('the extension was updated or removed');
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return open<T>(post());
}

export async function open<T>(answer: Promise<unknown>): Promise<T> {
  const reply = (await answer) as Reply<T> | undefined;
  if (!reply) throw new Error('no answer');
  if (!reply.ok) throw new Refused(reply.error);
  return reply.value;
}
