import type { LedgerService } from '@pamong/domain/ledger/ledger.service';
import type { OrganisationHeadsService } from '@pamong/domain/people/organisation-heads.service';
import type { PeopleChangesService } from '@pamong/domain/people/people-changes.service';
import type { SupervisorsService } from '@pamong/domain/people/supervisors.service';
import type { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import type { Database } from '@pamong/platform/database/database';

import type { CityPerson } from '../city/city-people.js';
import { cityPeople, recordAgain } from '../city/city-people.js';
import { cityUnits } from '../city/city-units.js';
import { Draw } from '../city/draw.js';
import { demoRef, placeId } from './seed-organisations.js';
import type { Places } from './seed-organisations.js';
import type { People } from './seed-people.js';
import { contractYear } from './seed-people.js';
import type { StoryClock } from './story-clock.js';

interface CityServices {
  readonly db: Database;
  readonly clock: StoryClock;
  readonly organisations: OrganisationsService;
  readonly changes: PeopleChangesService;
  readonly heads: OrganisationHeadsService;
  readonly supervisors: SupervisorsService;
  readonly ledger: LedgerService;
}

/** What a unit gets: its id and its generated people. */
interface Staffed {
  readonly organisationId: string;
  readonly people: readonly CityPerson[];
}

const batch = 500;
const minutesPerJp = 45;

/** Heads of the data set's own units. */
const knownHeads = { 'nc-bpsdm': 'u01', 'nc-bpsdm-sert': 'u02', 'nc-rsud': 'u05', 'nc-diskominfo-aptika': 'u07', 'ml-bkpsdm': 'u08', 'ml-bkpsdm-bangkom': 'u09', 'ml-diskominfo-ikp': 'u12', 'kl-pusbang': 'u21' };

/** Colleagues of Nurhayati, so that dr. Yohanes heads a team of twelve. */
const hospitalTeam = { ref: 'nc-rsud', head: null, pool: 'health', staff: 10, domain: 'nc.example' } as const;

/** Titles of learning that people brought along, with the SIASN kind (asn.md 2.3). */
const activities = [
  ['Bimbingan Teknis Pelayanan Publik Prima', 8], ['Seminar Keamanan Informasi', 9], ['Webinar Pengelolaan Arsip Digital', 9],
  ['Pelatihan Analisis Data Dasar', 3], ['Sosialisasi Disiplin ASN', 7], ['Pelatihan Jarak Jauh Penulisan Naskah Dinas', 17],
] as const;

/** Two thousand people in the city of Muara Lestari, heads of units, and hours for the teams that the demo opens. */
export async function seedCity(services: CityServices, places: Places, people: People): Promise<number> {
  const { db, clock, supervisors } = services;
  const city = placeId(places, 'org-ml');
  const year = clock.today.getUTCFullYear();
  const units = await seedUnits(services, places);
  const staffed: Staffed[] = cityUnits().map((unit) => ({ organisationId: units.get(unit.ref) ?? city, people: cityPeople({ ...unit, domain: 'ml.example' }, year) }));
  const hospital: Staffed = { organisationId: placeId(places, 'nc-rsud'), people: cityPeople(hospitalTeam, year) };

  await write(services, city, staffed);
  await write(services, placeId(places, 'org-nc'), [hospital]);
  const twice = recordedTwice(staffed, year);
  await write(services, city, [{ organisationId: twice.organisationId, people: [recordAgain(twice.person, year)] }]);
  await nameHeads(services, places, people, staffed);
  for (const agency of ['org-ml', 'org-nc', 'org-kl']) await supervisors.refreshAgency(placeId(places, agency));

  const offices = new Set([units.get('ml-bkpsdm'), units.get('ml-bkpsdm-bangkom')]);
  const learned = [hospital, ...staffed.filter((one) => offices.has(one.organisationId))];
  await db.tx(async (tx) => {
    for (const person of [...learned.flatMap((one) => one.people), twice.person]) for (const hours of hoursOf(person, clock)) await services.ledger.recordOpening(tx, { personId: person.id, ...hours });
  });
  return staffed.reduce((sum, one) => sum + one.people.length, hospital.people.length + 1);
}

/** A young PPPK of the city with a degree who learned something: whom the demo shows under two numbers. */
function recordedTwice(staffed: readonly Staffed[], year: number): { organisationId: string; person: CityPerson } {
  for (const { organisationId, people } of staffed) {
    const person = people.find((one) => one.employmentKind === 'PPPK' && one.rankCode === 'IX' && one.birthDate > `${year - 34}` && one.name.includes(' ') && new Draw(`hours ${one.id}`).between(0, 4) > 1);
    if (person !== undefined) return { organisationId, person };
  }
  throw new Error('The city has no such PPPK');
}

async function seedUnits({ db, organisations }: CityServices, places: Places): Promise<ReadonlyMap<string, string>> {
  const ids = new Map([...places].map(([ref, place]) => [ref, place.id]));
  await db.tx(async (tx) => {
    for (const unit of cityUnits()) {
      if (ids.has(unit.ref)) continue;
      const known = await organisations.findByExternalRef(tx, demoRef(unit.ref));
      const parentId = ids.get(unit.parentRef ?? 'org-ml');
      if (parentId === undefined) throw new Error(`The unit ${unit.ref} comes before its parent`);
      const made = known ?? (await organisations.createUnit(tx, parentId, { name: unit.name, shortName: unit.name.slice(0, 100), unitKind: unit.kind, externalRef: demoRef(unit.ref) }));
      ids.set(unit.ref, made.id);
    }
  });
  return ids;
}

async function write({ db, changes, clock }: CityServices, agencyId: string, staffed: readonly Staffed[]): Promise<void> {
  const today = clock.today.toISOString().slice(0, 10);
  const rows = staffed.flatMap(({ organisationId, people }) => people.map((person) => writeOf(person, organisationId, clock)));
  for (let at = 0; at < rows.length; at += batch) {
    await db.tx((tx) => changes.apply(tx, { agencyId, today, refreshSupervisors: false }, rows.slice(at, at + batch)));
  }
}

function writeOf({ id, head: _head, ...facts }: CityPerson, organisationId: string, clock: StoryClock) {
  const contract = facts.employmentKind.startsWith('PPPK') ? contractYear(Number(facts.staffNumber.slice(8, 12)), clock.today) : null;
  return {
    personId: id,
    revision: 0,
    effectiveOn: clock.now().toISOString().slice(0, 10),
    facts: { ...facts, organisationId, contractStartsOn: contract?.startsOn ?? null, contractEndsOn: contract?.endsOn ?? null },
  };
}

async function nameHeads({ db, heads, clock }: CityServices, places: Places, people: People, staffed: readonly Staffed[]): Promise<void> {
  const validFrom = `${clock.today.getUTCFullYear() - 1}-01-05`;
  const named = [
    ...Object.entries(knownHeads).map(([unit, person]) => ({ organisationId: placeId(places, unit), personId: people.get(person) ?? '' })),
    ...staffed.flatMap(({ organisationId, people: team }) => team.filter((person) => person.head).map((person) => ({ organisationId, personId: person.id }))),
  ];
  await db.tx(async (tx) => {
    for (const { organisationId, personId } of named) {
      if ((await heads.list(tx, organisationId)).length > 0) continue;
      await heads.name(tx, undefined, organisationId, { personId, acting: null, validFrom, validUntil: null });
    }
  });
}

/** Between nothing and more than enough, as in a real team. */
function hoursOf(person: CityPerson, clock: StoryClock) {
  const draw = new Draw(`hours ${person.id}`);
  const from = person.employmentKind.startsWith('PPPK') ? contractYear(Number(person.staffNumber.slice(8, 12)), clock.today).startsOn : `${clock.today.getUTCFullYear()}-01-01`;
  return activities.slice(0, draw.between(0, 4)).map(([title, siasnKind]) => {
    const jp = draw.between(3, 8);
    return { day: clock.within(from, draw.next()).toISOString().slice(0, 10), title, jp, minutes: jp * minutesPerJp, siasnKind, evidence: `demo:${person.id}:${title}` };
  });
}
