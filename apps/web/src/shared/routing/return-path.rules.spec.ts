import { loginPath, returnPath } from './return-path.js';

const back = (path: string) => returnPath(new URLSearchParams({ lanjut: path }));

it('leads back to the deep link, with its query', () => {
  const address = loginPath('/katalog/AI-101?tab=modul');
  expect(returnPath(new URL(address, 'https://pamong.example').searchParams)).toBe('/katalog/AI-101?tab=modul');
});

it.each(['https://jahat.example', '//jahat.example', '/\\jahat.example', 'javascript:alert(1)', 'katalog', ''])('refuses %p', (path) => {
  expect(back(path)).toBeNull();
});

it('does not lead from the login to the login', () => {
  expect(back('/masuk?lanjut=/masuk')).toBeNull();
  expect(loginPath('/')).toBe('/masuk');
});
