import { BlockList, isIP } from 'node:net';

/** `loopback`: this machine. `private`: an office, a home, a data centre behind one. `public`: anywhere else. */
export type NetworkKind = 'loopback' | 'private' | 'public';

function listOf(v4: readonly (readonly [string, number])[], v6: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, bits] of v4) list.addSubnet(network, bits, 'ipv4');
  for (const [network, bits] of v6) list.addSubnet(network, bits, 'ipv6');
  return list;
}

const loopback = listOf([['127.0.0.0', 8]], [['::1', 128]]);
// RFC 1918, shared address space, link-local (where clouds keep their metadata), unspecified, benchmark and multicast; their kin in IPv6.
const notPublic = listOf(
  [['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['169.254.0.0', 16], ['0.0.0.0', 8], ['198.18.0.0', 15], ['224.0.0.0', 3]],
  [['fc00::', 7], ['fe80::', 10], ['::', 128], ['ff00::', 8], ['64:ff9b::', 96], ['2002::', 16]],
);

// Link-local, and the other addresses at which clouds hand their machines secrets, also behind the mapping of IPv4 into IPv6.
const cloudSecrets = listOf(
  [['169.254.0.0', 16], ['100.100.100.200', 32], ['192.0.0.192', 32], ['168.63.129.16', 32]],
  [['fe80::', 10], ['fd00:ec2::', 32], ['64:ff9b::a9fe:0', 112]],
);

/** Is this an address that no request of ours has any business at, in whatever network the installation stands? */
export function keepsCloudSecrets(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  const family = isIP(plain);
  return family !== 0 && cloudSecrets.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** What kind of network an address belongs to; what is no address counts as private, so that no rule mistakes it for the internet. */
export function networkKind(address: string): NetworkKind {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  if (family === 0) return 'private';
  const name = family === 4 ? 'ipv4' : 'ipv6';
  if (loopback.check(plain, name)) return 'loopback';
  return notPublic.check(plain, name) ? 'private' : 'public';
}
