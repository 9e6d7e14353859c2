import type { Runtime } from 'webextension-polyfill';
import type { Sender } from '../messages/rules.ts';

/** What decides who a sender is; taken from the running extension, or made up in a test. */
export interface Self {
  readonly id: string;
  /** The extension's own origin with a trailing slash: `chrome-extension://…/`. */
  readonly origin: string;
  /** Match patterns of the content script. */
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

/** Compares parsed scheme and host with those of a match pattern; paths may change by soft navigation and do not count. */
function hostMatches(pattern: string, url: string): boolean {
  const parts = /^(\w+):\/\/([^/]+)\//.exec(pattern);
  if (!parts || !URL.canParse(url)) return false;
  const [, scheme, host = ''] = parts;
  const { protocol, hostname } = new URL(url);
  if (protocol !== `${scheme}:`) return false;
  return host.startsWith('*.') ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host;
}
