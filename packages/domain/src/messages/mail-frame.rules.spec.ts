import { htmlMail, plainMail, salutation } from './mail-frame.rules.js';
import type { MailOccasion } from './mail-frame.rules.js';

const mail: MailOccasion = {
  language: 'id', name: 'Nurhayati', sex: 'female', link: 'https://belajar.ml.example/sertifikat/7?a=1&b=2', agency: 'Pemerintah Kota <Muara> & Lestari',
  words: { subject: 'Sertifikat "AI-101" terbit', body: 'Baris satu.\nBaris dua.\n\n<script>alert(1)</script>' },
};

test('addresses people as letters do, and both where the sex is not known', () => {
  expect(salutation('id', 'Nurhayati', 'female')).toBe('Yth. Ibu Nurhayati,');
  expect(salutation('id', 'Sutrisno', 'male')).toBe('Yth. Bapak Sutrisno,');
  expect(salutation('id', 'Wayan', null)).toBe('Yth. Bapak/Ibu Wayan,');
  expect(salutation('en', 'Wayan', null)).toBe('Dear Wayan,');
});

test('writes plain text with salutation, words, link and footer', () => {
  expect(plainMail(mail)).toMatch(/^Yth\. Ibu Nurhayati,\n\nBaris satu\.\nBaris dua\.\n\n<script>[^\n]*\n\nhttps:\/\/belajar[^\n]*\n\n-- \nSurel ini/);
});

test('writes HTML that holds no code of others, no picture and no foreign address', () => {
  const html = htmlMail(mail);
  expect(html).toContain('<html lang="id">');
  expect(html).toContain('Baris satu.<br>Baris dua.');
  expect(html).toContain('&lt;script&gt;');
  expect(html).toContain('Pemerintah Kota &lt;Muara&gt; &amp; Lestari');
  expect(html).not.toMatch(/<script|<img|<link|url\(|javascript:/);
  expect(new Set([...html.matchAll(/https?:\/\/([^/"]+)/g)].map((match) => match[1]))).toEqual(new Set(['belajar.ml.example']));
  expect(html).toContain('?a=1&amp;b=2');
});

test('leaves the button out where there is nothing to open', () => {
  expect(htmlMail({ ...mail, link: null })).not.toContain('<a ');
});
