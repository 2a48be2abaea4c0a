import { randomBytes } from 'node:crypto';
import { OrganisationsService } from '../organisations/organisations.service.js';
import type { NewPerson } from '../people/people.service.js';
import { PeopleService } from '../people/people.service.js';
import type { DomainBed } from './domain-bed.js';

let counter = 0;

/** A form-valid NIP that no other factory call of this process has made. */
export function someStaffNumber(): string {
  counter += 1;
  const born = 1970 + (counter % 25);
  const day = String(1 + (Math.floor(counter / 25) % 28)).padStart(2, '0');
  const month = String(1 + (Math.floor(counter / 700) % 12)).padStart(2, '0');
  // Appointment month and sequence come from chance, since worker processes share a database.
  const [a = 0, b = 0, c = 0] = randomBytes(3);
  return `${born}${month}${day}${born + 25}${String(1 + (a % 12)).padStart(2, '0')}${1 + (b % 2)}${String(1 + ((b * 256 + c) % 998)).padStart(3, '0')}`;
}

/** An agency with one unit, apart from every other test's. */
export async function someAgency(bed: DomainBed): Promise<{ agencyId: string; unitId: string; path: string }> {
  const organisations = bed.get(OrganisationsService);
  return bed.db.tx(async (tx) => {
    const name = `Pemerintah Kota ${randomBytes(4).toString('hex')}`;
    const agency = await organisations.createAgency(tx, { name, shortName: name, timeZone: 'Asia/Makassar' });
    const unit = await organisations.createUnit(tx, agency.id, { name: 'Dinas Kesehatan', shortName: 'Dinkes', unitKind: 'dinas' });
    return { agencyId: agency.id, unitId: unit.id, path: unit.path };
  });
}

/** A person in a unit of the test's own, with a NIP unless told otherwise. */
export async function somePerson(bed: DomainBed, given: Partial<NewPerson> = {}): Promise<string> {
  const organisationId = given.organisationId ?? (await someAgency(bed)).unitId;
  return bed.db.tx((tx) =>
    bed.get(PeopleService).create(tx, {
      name: 'Nurhayati',
      titleAfter: 'S.Kep., Ns.',
      employmentKind: 'PNS',
      staffNumber: someStaffNumber(),
      postName: 'Perawat Ahli Muda',
      ...given,
      organisationId,
    }),
  );
}
