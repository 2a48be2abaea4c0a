import { looksPrivate } from './private-address.rules.js';

it.each(['https://10.1.2.3/realms/asn', 'https://192.168.0.9', 'https://172.20.1.1', 'http://127.0.0.1:8080', 'https://sso', 'https://sso.kota.local', 'https://[fd00::1]', 'https://[::1]:8080', 'http://localhost:8080'])(
  '%s looks private',
  (address) => expect(looksPrivate(address)).toBe(true),
);

it.each(['', 'sso', 'https://sso.kota.go.id', 'https://172.40.1.1', 'https://11.1.1.1', 'https://[2001:db8::1]'])('%s does not', (address) => expect(looksPrivate(address)).toBe(false));
