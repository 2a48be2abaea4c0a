import type { Role } from '@pamong/contract/permissions';
import { AccessService } from '../access/access.service.js';
import { Actor } from '../access/actor.js';
import { AccountsService } from '../accounts/accounts.service.js';
import type { NewPerson } from '../people/people.service.js';
import type { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson, someStaffNumber } from '../testing/factories.js';

export const goodPassword = 'gerimis membasahi halaman kantor';

let counter = 0;

/** Somebody of a unit with a number and an address of their own, with or without an account. */
export async function someNewcomer(bed: DomainBed, given: Partial<NewPerson> & { account?: boolean } = {}) {
  counter += 1;
  const { account = false, ...person } = given;
  const staffNumber = someStaffNumber();
  const email = given.email === undefined ? `pegawai.${Date.now()}.${counter}@nc.example` : given.email;
  const personId = await somePerson(bed, { staffNumber, ...person, email });
  if (account) {
    const hash = await bed.get(AccountsService).hashPassword('kata sandi yang lama sekali');
    await bed.db.tx((tx) => bed.get(AccountsService).create(tx, personId, hash));
  }
  return { personId, staffNumber, email: email ?? '' };
}

/** An admin with a role at a unit (or the agency) of a new place. */
export async function someAdmin(bed: DomainBed, role: Role, at: 'unit' | 'agency') {
  const place = await someAgency(bed);
  const personId = await somePerson(bed, { organisationId: place.unitId, name: 'Fitri Handayani', titleAfter: 'S.STP.' });
  const path = at === 'unit' ? place.path : (place.path.split('.')[0] ?? '');
  await bed.db.tx((tx) => bed.get(AccessService).grant(tx, personId, role, at === 'unit' ? place.unitId : place.agencyId));
  return { ...place, personId, actor: new Actor(personId, '', '', place.agencyId, place.path, [{ role, path }]) };
}

/** The one-time part of the newest letter of this kind to an address. */
export async function secretTo(bed: DomainBed, address: string, kind: string): Promise<string> {
  const [row] = await bed.db.query<{ secret: string }>('select secret from mail where to_address = $1 and kind = $2 order by id desc limit 1', [address, kind]);
  return row?.secret ?? '';
}
