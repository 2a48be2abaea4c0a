import { peopleColumns } from '../people/people-sheet.rules.js';
import type { KnownColumn } from './mapping.rules.js';

/** Names that exports of SIASN, SIMPEG and offices use (asn.md 1.8, 4.3), as `headerKey` writes them. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  nip: ['nipbaru', 'nipnipppk', 'nippppk', 'nipni', 'nipnipppkbaru', 'nomorindukpegawai', 'nipnik', 'nopegawai', 'nomorpegawai', 'noindukpegawai', 'nipppk', 'staffnumber'],
  previousNumber: ['nipsebelumnya', 'nomorsebelumnya', 'nipppklama', 'nomorpegawailama'],
  titleBefore: ['gelardpn', 'glrdepan', 'gelardidepan'],
  name: ['namalengkap', 'namapegawai', 'namatanpagelar', 'namaasn', 'name'],
  titleAfter: ['gelarblk', 'glrbelakang', 'gelardibelakang', 'gelarbelkng', 'gelar'],
  kind: ['jenisasn', 'jenispegawai', 'statuskepegawaian', 'statuspegawai', 'statusasn', 'kedudukanpegawai', 'jenispegawaiid'],
  rank: ['gol', 'golruang', 'golonganruang', 'golruangakhir', 'pangkatgolongan', 'pangkatgol', 'pangkatgolruang', 'golonganakhir', 'pangkat', 'golpangkat'],
  postKind: ['jenisjab', 'tipejabatan', 'kelompokjabatan'],
  post: ['namajabatan', 'jabatannama', 'jabatanterakhir', 'jabatansaatini'],
  unitCode: ['kodeunor', 'unorid', 'idunor', 'kodeunitkerja', 'kodesatker', 'kodeopd', 'unitid'],
  unit: ['unitkerja', 'unor', 'unornama', 'namaunor', 'opd', 'satuankerja', 'satker', 'namaunit', 'namaunitkerja', 'unitorganisasi', 'perangkatdaerah'],
  supervisorNumber: ['atasan', 'atasanlangsung', 'nipatasanlangsung', 'nipatasanbaru', 'pejabatpenilai', 'nippejabatpenilai'],
  supervisorUntil: [],
  email: ['email', 'alamatemail', 'alamatsurel', 'emaildinas', 'emailkantor', 'emailpribadi'],
  phone: ['nohp', 'hp', 'nomorhp', 'notelp', 'notelepon', 'telp', 'nomortelepon', 'whatsapp', 'nowa', 'nomorwa'],
  sex: ['jk', 'lp', 'kelamin', 'gender', 'sex'],
  birthPlace: ['tmplahir', 'tempatlhr', 'kotalahir'],
  birthDate: ['tgllahir', 'tanggallhr', 'tgllhr'],
  timeZone: ['zona', 'timezone'],
  status: ['statusaktif', 'kedudukanhukum', 'kedudukan', 'statuskeaktifan'],
  statusUntil: ['statusberakhir'],
  contractStart: ['tmtkontrak', 'mulaikontrak', 'awalkontrak', 'tmtperjanjian'],
  contractEnd: ['akhirkontrak', 'berakhirkontrak', 'selesaikontrak', 'tatkontrak'],
};

/** The columns of people with all the names under which an import finds them. */
export const knownPeopleColumns: readonly KnownColumn[] = peopleColumns.map((column) => ({ ...column, synonyms: synonyms[column.key] ?? [] }));
