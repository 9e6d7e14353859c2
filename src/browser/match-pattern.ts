/** Compares parsed scheme and host with those of a match pattern; paths may change by soft navigation and do not count. */
export function hostMatches(pattern: string, url: string): boolean {
  const parts = /^(\w+):\/\/([^/]+)\//.exec(pattern);
  if (!parts || !URL.canParse(url)) return false;
  const [, scheme, host = ''] = parts;
  const { protocol, hostname } = new URL(url);
  if (protocol !== `${scheme}:`) return false;
  if (host === '*') return true;
  return host.startsWith('*.') ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host;
}
