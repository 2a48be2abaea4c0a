import { networkKind } from './network-kind.js';

it.each([
  ['127.0.0.1', 'loopback'],
  ['::1', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['10.20.1.7', 'private'],
  ['172.31.255.1', 'private'],
  ['172.32.0.1', 'public'],
  ['192.168.1.4', 'private'],
  ['100.64.3.2', 'private'],
  ['169.254.169.254', 'private'],
  ['::ffff:10.0.0.1', 'private'],
  ['::ffff:a00:1', 'private'],
  ['fd12:3456::1', 'private'],
  ['fe80::1%eth0', 'private'],
  ['0.0.0.0', 'private'],
  ['64:ff9b::a00:1', 'private'],
  ['203.0.113.7', 'public'],
  ['2001:db8::7', 'public'],
  ['bukan alamat', 'private'],
])('%s is %s', (address, kind) => expect(networkKind(address)).toBe(kind));
