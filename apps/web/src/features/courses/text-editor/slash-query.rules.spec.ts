import { matching, slashQuery } from './slash-query.rules.js';

it.each([
  ['/', '', 1],
  ['/ta', 'ta', 3],
  ['Lihat /daftar angka', 'daftar angka', 13],
  ['/Judul ', 'judul', 7],
])('opens for %s', (before, query, length) => expect(slashQuery(before)).toEqual({ query, length }));

it.each(['dan/atau', 'https://', 'a /b/', '/satu dua tiga empat', '/!', ''])('leaves %s as text', (before) => expect(slashQuery(before)).toBeNull());

it('finds by the name first, then by other words', () => {
  const entries = [{ name: 'Daftar butir', words: 'list bullet' }, { name: 'Tabel', words: 'table daftar kolom' }, { name: 'Gambar', words: 'foto image' }];
  expect(matching(entries, 'daftar').map((entry) => entry.name)).toEqual(['Daftar butir', 'Tabel']);
  expect(matching(entries, 'foto').map((entry) => entry.name)).toEqual(['Gambar']);
  expect(matching(entries, 'x')).toEqual([]);
});
