import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peopleColumns } from '../people-sheet.rules.js';
import { FolderSource } from './folder-source.js';
import { rowOfRecord, tableOfSource } from './siasn.rules.js';

const cell = (row: readonly string[] | undefined, key: string) => row?.[peopleColumns.findIndex((column) => column.key === key)];
const doctor = {
  nipBaru: '198703142011012903', nama: 'NURHAYATI', gelarDepan: 'dr.', gelarBelakang: 'M.Kes.', tglLahir: '14-03-1987', golRuangAkhir: 'III/c', nik: '7271...',
  jenisJabatan: 'Fungsional Tertentu', jabatanNama: 'Dokter Ahli Muda', unorNama: 'Puskesmas Kamonji', unorIndukNama: 'Dinas Kesehatan', email: null,
};

describe('people from SIASN', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pamong-siasn-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('become rows of the import, names as they came, NIK left behind', () => {
    const row = rowOfRecord(doctor, 2026);
    expect(['nip', 'name', 'kind', 'rank', 'postKind', 'unit', 'birthDate', 'email'].map((key) => cell(row, key))).toEqual([
      '198703142011012903', 'NURHAYATI', 'PNS', 'III/c', 'Fungsional', 'Dinas Kesehatan / Puskesmas Kamonji', '14-03-1987', '',
    ]);
    expect(row.join()).not.toContain('7271');
  });

  it('tell their kind of staff and of post by the number and the eselon', () => {
    const row = (more: object) => rowOfRecord({ ...doctor, ...more }, 2026);
    expect(cell(row({ nipBaru: '199205172024212911' }), 'kind')).toBe('PPPK');
    expect(cell(row({ statusPegawai: 'C' }), 'kind')).toBe('CPNS');
    expect(cell(row({ nipBaru: '1,98609E+17' }), 'kind')).toBe('');
    expect(['I.b', 'II.a', 'III.b', 'IV.a'].map((eselon) => cell(row({ eselon, jenisJabatan: 'Struktural' }), 'postKind'))).toEqual(['JPT madya', 'JPT pratama', 'Administrator', 'Pengawas']);
    expect(cell(row({ jenisJabatan: 'Jabatan Fungsional Umum' }), 'postKind')).toBe('Pelaksana');
    expect(cell(row({ unorIndukNama: 'Puskesmas Kamonji' }), 'unit')).toBe('Puskesmas Kamonji');
  });

  it('are read from answers and lists in a folder, and a file that is neither is named', async () => {
    await writeFile(join(folder, '1.json'), JSON.stringify({ code: 1, data: doctor }));
    await writeFile(join(folder, '2.json'), JSON.stringify([{ ...doctor, nama: 'Sutrisno' }, { ...doctor, nama: 'Wulan' }]));
    const table = await tableOfSource(new FolderSource(folder), 2026);
    expect(table.map((row) => cell(row, 'name'))).toEqual(['nama', 'NURHAYATI', 'Sutrisno', 'Wulan']);
    await writeFile(join(folder, '3.json'), JSON.stringify({ message: 'not found' }));
    await expect(tableOfSource(new FolderSource(folder), 2026)).rejects.toThrow('3.json');
    await expect(tableOfSource(new FolderSource(join(folder, 'nowhere')), 2026)).rejects.toThrow('nowhere');
  });
});
