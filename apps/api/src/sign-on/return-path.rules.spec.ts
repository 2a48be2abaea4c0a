import { pathOnThisSite } from './return-path.rules.js';

it.each(['/belajar/1?tab=2', '/kelola', '/'])('leads to %s', (path) => expect(pathOnThisSite(path)).toBe(path));

it.each([undefined, '', 'belajar', '//jahat.example', '/\\jahat.example', 'https://jahat.example', '/masuk', '/masuk?lanjut=/x', '/api/session', '/a\r\nSet-Cookie: x', '/\t/jahat.example'])(
  'does not lead to %j',
  (path) => expect(pathOnThisSite(path)).toBeNull(),
);
