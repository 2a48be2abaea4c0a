import type { Role } from '@pamong/contract/permissions';
import type { AccessService } from '@pamong/domain/access/access.service';
import type { AccountsService } from '@pamong/domain/accounts/accounts.service';
import type { PeopleService } from '@pamong/domain/people/people.service';
import type { Database, Tx } from '@pamong/platform/database/database';

import type { DemoCatalogue, DemoPerson } from '../demo-catalogue.js';
import { demoRef, placeId } from './seed-organisations.js';
import type { Places } from './seed-organisations.js';
import type { StoryClock } from './story-clock.js';

/** Ids of the demo's people by the id that the data set gives them. */
export type People = ReadonlyMap<string, string>;

export interface RoleGrant {
  person: string;
  role: Role;
  /** Id of an agency or unit in the data set. */
  place: string;
}

const employment = { PNS: 'PNS', CPNS: 'CPNS', PPPK: 'PPPK', PPPK_PARUH_WAKTU: 'PPPK_PART_TIME' } as const;

/** Where each role of the data set is granted: at the person's unit, or for the whole agency. */
const roleAt: Readonly<Record<string, { role: Role; at: 'unit' | 'agency' }>> = {
  peserta: { role: 'learner', at: 'unit' },
  pengajar: { role: 'instructor', at: 'agency' },
  atasan: { role: 'supervisor', at: 'unit' },
  pimpinan: { role: 'leader', at: 'unit' },
  penandatangan: { role: 'signatory', at: 'agency' },
  admin_instansi: { role: 'agency_admin', at: 'agency' },
  admin_platform: { role: 'platform_admin', at: 'agency' },
};

/**
 * Who holds which role where. Beyond the data set, an instructor may write in the agency that owns the course,
 * and the head of the ministry's training centre looks after that agency, because it issues AI-101's certificates.
 */
export function roleGrants(catalogue: DemoCatalogue): RoleGrant[] {
  const own = catalogue.people.flatMap((person) =>
    person.peran.flatMap((name): RoleGrant[] => {
      const found = roleAt[name];
      return found ? [{ person: person.id, role: found.role, place: found.at === 'unit' ? person.unitId : person.instansiId }] : [];
    }),
  );
  const authors = catalogue.courses.flatMap((course) =>
    course.pengajarId.map((person): RoleGrant => ({ person, role: 'instructor', place: course.instansiPemilikId })),
  );
  return [...own, ...authors, { person: 'u21', role: 'agency_admin', place: 'org-kl' }];
}

/** People with number, contract year, account and roles; then who reports to whom. */
export async function seedPeople(
  services: { db: Database; people: PeopleService; accounts: AccountsService; access: AccessService; clock: StoryClock },
  catalogue: DemoCatalogue,
  places: Places,
  password: string,
): Promise<People> {
  const ids = new Map<string, string>();
  const grants = roleGrants(catalogue);
  // One hash for all of them: the password is public anyway, and a hash takes time by design.
  const passwordHash = await services.accounts.hashPassword(password);
  for (const person of catalogue.people) {
    ids.set(person.id, await services.db.tx(async (tx) => {
      const known = await services.people.findIdByExternalRef(tx, demoRef(person.id));
      if (known !== null) return known;
      const id = await createPerson(tx, services.people, person, placeId(places, person.unitId));
      if (person.jenisAsn.startsWith('PPPK')) {
        const year = contractYear(person.tahunPengangkatan, services.clock.today);
        await services.people.addContractPeriod(tx, id, year.startsOn, year.endsOn);
      }
      await services.accounts.create(tx, id, passwordHash);
      for (const grant of grants) {
        if (grant.person === person.id) await services.access.grant(tx, id, grant.role, placeId(places, grant.place));
      }
      return id;
    }));
  }
  await services.db.tx(async (tx) => {
    for (const person of catalogue.people) {
      const [id, supervisor] = [ids.get(person.id), person.atasanId === null ? undefined : ids.get(person.atasanId)];
      if (id !== undefined && supervisor !== undefined) await services.people.setSupervisor(tx, id, supervisor);
    }
  });
  return ids;
}

function createPerson(tx: Tx, people: PeopleService, person: DemoPerson, organisationId: string): Promise<string> {
  return people.create(tx, {
    organisationId,
    titleBefore: person.gelarDepan,
    name: person.nama,
    titleAfter: person.gelarBelakang,
    employmentKind: employment[person.jenisAsn],
    staffNumber: person.nip,
    rankCode: person.golongan,
    rankName: person.pangkat,
    postKind: person.jenisJabatan,
    postName: person.jabatan,
    birthPlace: person.tempatLahir,
    email: person.surel,
    externalRef: demoRef(person.id),
  });
}

/** The contract year that holds today; every demo contract began on a 1 March. */
export function contractYear(appointed: number, today: Date): { startsOn: string; endsOn: string } {
  const thisYear = today.getUTCFullYear();
  const begun = today.getUTCMonth() >= 2 ? thisYear : thisYear - 1;
  const start = Math.max(appointed, begun);
  return { startsOn: `${start}-03-01`, endsOn: lastDayOfFebruary(start + 1) };
}

function lastDayOfFebruary(year: number): string {
  return new Date(Date.UTC(year, 2, 0)).toISOString().slice(0, 10);
}
