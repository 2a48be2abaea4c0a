import type { NetworkInterfaceInfo } from 'node:os';
import { lanAddresses } from './lan-addresses.js';

function ipv4(address: string, internal = false): NetworkInterfaceInfo {
  return { family: 'IPv4', address, internal, netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null };
}

describe('lanAddresses', () => {
  it('offers what a phone can open, the likeliest first', () => {
    const found = lanAddresses({
      lo: [ipv4('127.0.0.1', true)],
      docker0: [ipv4('172.17.0.1')],
      eth0: [ipv4('203.0.113.9')],
      wlan0: [{ ...ipv4('fe80::1'), family: 'IPv6', scopeid: 1 }, ipv4('192.168.1.20'), ipv4('169.254.3.4')],
    });
    expect(found).toEqual(['192.168.1.20', '203.0.113.9', '172.17.0.1']);
  });

  it('offers nothing without a network', () => {
    expect(lanAddresses({ lo: [ipv4('127.0.0.1', true)] })).toEqual([]);
  });
});
