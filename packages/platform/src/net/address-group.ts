import { isIPv4, isIPv6 } from 'node:net';

/**
 * What limits count as one visitor: an IPv4 address, also when it comes mapped into IPv6, or the /64 network of an IPv6 address,
 * which a single household or server has for itself and could change within at every request.
 * @param address as the socket or the proxy names it; anything else is its own group
 */
export function addressGroup(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (!isIPv6(plain)) return address;
  const [before = '', after] = plain.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  // An embedded IPv4 address takes the room of two parts, all of them behind the network's.
  const missing = 8 - head.length - tail.length - (plain.includes('.') ? 1 : 0);
  const parts = after === undefined ? head : [...head, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail];
  return `${parts.slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
