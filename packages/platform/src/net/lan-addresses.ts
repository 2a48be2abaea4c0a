import { networkInterfaces } from 'node:os';

/** Networks between containers and virtual machines: a phone is never there. */
const VIRTUAL = /^(lo|docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt|tailscale|cni|flannel|kube)/;

/**
 * IPv4 addresses of this machine that a phone on the same network could open, likeliest first: real interfaces
 * before virtual ones, private networks before others. Empty on a machine without a network.
 */
export function lanAddresses(interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses]) => (addresses ?? []).map((address) => ({ name, ...address })))
    .filter((entry) => entry.family === 'IPv4' && !entry.internal && !entry.address.startsWith('169.254.'))
    .sort((a, b) => rank(a) - rank(b))
    .map((entry) => entry.address);
}

function rank(entry: { name: string; address: string }): number {
  const isPrivate = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(entry.address);
  return (VIRTUAL.test(entry.name) ? 2 : 0) + (isPrivate ? 0 : 1);
}
