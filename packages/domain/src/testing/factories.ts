import { randomBytes, randomInt } from 'node:crypto';
import { OrganisationsService } from '../organisations/organisations.service.js';
import type { NewPerson } from '../people/people.service.js';
import { PeopleService } from '../people/people.service.js';
import type { DomainBed } from './domain-bed.js';

/** Sizes of the parts of a number: year and day of birth, years until the appointment, its month, sex, sequence. */
const sizes = [30, 336, 15, 12, 2, 998] as const;
const space = sizes.reduce((all, size) => all * size, 1);
// Test files share a database, so each begins somewhere else in two and a half thousand million numbers and counts on from there.
let next = randomInt(space);

/** A form-valid NIP that no other factory call has made. */
export function someStaffNumber(): string {
  next = (next + 1) % space;
  let rest = next;
  const [birthYear = 0, birthDay = 0, years = 0, month = 0, sex = 0, sequence = 0] = sizes.map((size) => {
    const part = rest % size;
    rest = Math.floor(rest / size);
    return part;
  });
  const two = (number: number) => String(number).padStart(2, '0');
  const born = 1965 + birthYear;
  const day = `${born}${two(1 + Math.floor(birthDay / 28))}${two(1 + (birthDay % 28))}`;
  return `${day}${born + 18 + years}${two(1 + month)}${1 + sex}${String(1 + sequence).padStart(3, '0')}`;
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
