import type { SheetRow } from '@pamong/platform/spreadsheet/sheet';
import { peopleColumns } from '../people/people-sheet.rules.js';
import { findHeader, fits, headerKey, headersOf, matchColumns, missingColumns, reasonHeader, remember } from './mapping.rules.js';
import { knownPeopleColumns } from './people-columns.js';

const row = (number: number, ...texts: string[]): SheetRow => ({ row: number, cells: texts.map((text) => ({ text, kind: 'text' })) });
const match = (headers: string[], remembered = {}) => matchColumns(knownPeopleColumns, headers, remembered);

it('knows its own template', () => {
  const mapping = match(peopleColumns.map((column) => column.title));
  expect(Object.keys(mapping)).toEqual(peopleColumns.map((column) => column.key));
  expect(missingColumns(knownPeopleColumns, mapping)).toEqual([]);
});

it('knows the headers of other systems, whatever their case and signs', () => {
  expect(match(['No', 'NIP BARU', 'Nama Pegawai', 'Gol. / Ruang', 'UNOR NAMA', 'Atasan Langsung', 'E-mail', 'No. HP'])).toEqual({
    nip: 1, name: 2, rank: 3, unit: 4, supervisorNumber: 5, email: 6, phone: 7,
  });
});

it('takes an exact title before a synonym of another column, and each header once', () => {
  expect(match(['gelar', 'gelar_belakang', 'status pegawai', 'status'])).toEqual({ titleAfter: 1, kind: 2, status: 3 });
});

it('follows what the agency decided before, also that a header means nothing', () => {
  const headers = ['NIP', 'Nama', 'Bagian', 'Email'];
  const remembered = remember({ nip: 0, name: 1, unit: 2 }, headers, {});
  expect(match(headers, remembered)).toEqual({ nip: 0, name: 1, unit: 2 });
  expect(match(['Bagian', 'Surel', 'NIP'], remembered)).toEqual({ unit: 0, email: 1, nip: 2 });
});

it('never takes the reasons of a file of failed rows for data', () => {
  expect(match([reasonHeader, 'nama'])).toEqual({ name: 1 });
});

it('finds the header below a title and blank rows', () => {
  const rows = [row(1, 'DAFTAR PEGAWAI'), row(3, 'No', 'NIP', 'Nama', 'Unit Kerja'), row(4, '1', '198703142011012903', 'Nurhayati', 'Dinkes')];
  expect(findHeader(rows, knownPeopleColumns, {})).toBe(1);
  expect(headersOf(rows, 1)).toContainEqual({ title: 'Nama', samples: ['Nurhayati'] });
});

it('names required columns that are missing, and refuses mappings that the file cannot have', () => {
  expect(missingColumns(knownPeopleColumns, { unit: 0 })).toEqual(['nip', 'name']);
  expect(fits({ nip: 0, name: 1 }, knownPeopleColumns, 2)).toBe(true);
  expect(fits({ nip: 0, name: 0 }, knownPeopleColumns, 2)).toBe(false);
  expect(fits({ nip: 0, name: 2 }, knownPeopleColumns, 2)).toBe(false);
  expect(fits({ nip: 0, salary: 1 }, knownPeopleColumns, 2)).toBe(false);
});

it('writes headers without case, accents and signs', () => {
  expect(headerKey(' Gélar  Depan* ')).toBe('gelardepan');
});
