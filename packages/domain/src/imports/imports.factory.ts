import { Readable } from 'node:stream';
import type { ImportKind } from '@pamong/contract/imports';
import { writeCsv } from '@pamong/platform/spreadsheet/write-csv';
import { Actor } from '../access/actor.js';
import type { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { ImportCheckService } from './import-check.service.js';
import { ImportsService } from './imports.service.js';

/** Somebody who may import into the whole agency. */
export async function someImporter(bed: DomainBed, place: { agencyId: string; unitId: string; path: string }): Promise<Actor> {
  const personId = await somePerson(bed, { organisationId: place.unitId, name: 'Admin' });
  const agencyPath = place.path.split('.')[0] ?? '';
  return new Actor(personId, '', '', place.agencyId, place.path, [{ role: 'agency_admin', path: agencyPath }]);
}

/** Sends a table in and does what the worker does; returns the batch. */
export async function checkedImport(bed: DomainBed, actor: Actor, rows: readonly (readonly string[])[], kind: ImportKind = 'people'): Promise<string> {
  const batchId = await bed.get(ImportsService).upload(actor, kind, 'pegawai.csv', Readable.from([Buffer.from(writeCsv(rows))]));
  await bed.get(ImportCheckService).check(batchId, 1);
  return batchId;
}

const names = ['Nurhayati', 'Sutrisno', 'Ma’ruf Al-Fatih', 'Siti Aminah', 'I Made Wirawan', 'Yohanes Latuheru', 'Dewi Sartika', 'Bagus Wiratama Putra'];
const header = ['nip', 'nama', 'gelar_belakang', 'jenis_asn', 'golongan', 'jabatan', 'unit_kerja', 'nip_atasan', 'surel'];

/**
 * A table of people who fit the rules, some with faults as they happen.
 * @param seed numbers of tables with another seed never meet
 * @param faultyEvery one of so many rows has a fault; 0 for none
 */
export function peopleTable(count: number, unit: string, seed: number, faultyEvery = 0): { rows: string[][]; faulty: number } {
  const rows: string[][] = [header];
  let faulty = 0;
  for (let index = 0; index < count; index += 1) {
    const row = personRow(index, unit, seed);
    if (faultyEvery > 0 && index % faultyEvery === faultyEvery - 1) {
      spoil(row, faulty);
      faulty += 1;
    }
    rows.push(row);
  }
  return { rows, faulty };
}

function personRow(index: number, unit: string, seed: number): string[] {
  const nip = numberOf(index, seed);
  // Every tenth leads the nine that follow.
  const supervisor = index % 10 === 0 ? '' : numberOf(index - (index % 10), seed);
  return [nip, `${names[index % names.length] ?? ''} ${index}`, 'S.Kom.', 'PNS', 'III/c', 'Pranata Komputer Ahli Muda', unit, supervisor, `p${seed}-${index}@instansi.example`];
}

/** A form-valid NIP, of somebody appointed at 21 to 54. @param index up to 300,000; @param seed below 3,600 */
export function numberOf(index: number, seed: number): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const sequence = 1 + (index % 999);
  const step = Math.floor(index / 999);
  return `${1970 + (seed % 20)}${pad(1 + (step % 12), 2)}${pad(1 + (Math.floor(step / 12) % 28), 2)}${2010 + (Math.floor(seed / 20) % 15)}${pad(1 + (Math.floor(seed / 300) % 12), 2)}${1 + (index % 2)}${pad(sequence, 3)}`;
}

/** One of the faults of the field, in turn; never that of a leader, whose nine would fall with it. */
function spoil(row: string[], turn: number): void {
  const [nip = ''] = row;
  switch (turn % 5) {
    case 0:
      row[0] = `${nip[0]},${nip.slice(1, 6)}E+17`;
      break;
    case 1:
      row[0] = `${nip.slice(0, 4)}0230${nip.slice(8)}`;
      break;
    case 2:
      row[6] = 'Dinas Kesehatann';
      break;
    case 3:
      row[7] = '199901012024011999';
      break;
    default:
      row[4] = 'XVIII/z';
  }
}
