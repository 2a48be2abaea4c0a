/** Does an address that somebody types look like one of a private network? Only a hint: the server looks at what the name really leads to. */
export function looksPrivate(address: string): boolean {
  const host = URL.parse(address)?.hostname.replace(/^\[|\]$/g, '') ?? '';
  if (host === '') return false;
  if (/^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:|::1$)/.test(host)) return true;
  return host === 'localhost' || /\.(local|internal|lan|intranet|home\.arpa)$/.test(host) || !/[.:]/.test(host);
}
