import type { Runtime } from 'webextension-polyfill';
import type { Sender } from '../messages/rules.ts';
import { hostMatches } from './match-pattern.ts';

/** What decides who a sender is; taken from the running extension, or made up in a test. */
export interface Self {
  readonly id: string;
  /** The extension's own origin with a trailing slash: `chrome-extension://…/`. */
  readonly origin: string;
  /** Match patterns of the pages that the content script runs on. */
  readonly matches: readonly string[];
}

/** The class of a sender, or undefined for anyone we do not answer. */
export function senderClass(sender: Runtime.MessageSender, self: Self): Sender | undefined {
  if (sender.id !== self.id) return undefined;
  if (!sender.url) return sender.tab ? undefined : 'extension'; // a worker may have neither
  if (sender.url.startsWith(self.origin)) return 'extension';
  if (sender.tab && self.matches.some((pattern) => hostMatches(pattern, sender.url ?? ''))) return 'content';
  return undefined;
}
