import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Day, Id, Instant, Nothing, PageQuery, line, pageOf } from './kernel/schemas.js';

export const EmploymentKind = z.enum(['PNS', 'CPNS', 'PPPK', 'PPPK_PART_TIME', 'NON_ASN']);
export const PersonStatus = z.enum(['active', 'study_assignment', 'unpaid_leave', 'leave', 'transferred', 'retired', 'deceased']);
export const PostKind = z.enum(['JPT_UTAMA', 'JPT_MADYA', 'JPT_PRATAMA', 'ADMINISTRATOR', 'PENGAWAS', 'FUNGSIONAL', 'PELAKSANA']);
/** Can the person sign in? `none`: nobody made an account yet. */
export const AccountState = z.enum(['none', 'active', 'disabled']);

const StaffNumber = z.object({ kind: z.enum(['NIP', 'NI_PPPK']), value: z.string() });
const UnitName = z.object({ id: Id, name: z.string() });

/** A person as the list shows them. */
export const PersonRow = z.object({
  personId: Id,
  /** With degrees, as printed. */
  fullName: z.string(),
  number: StaffNumber.nullable(),
  employmentKind: EmploymentKind,
  rank: z.string().nullable(),
  post: z.string().nullable(),
  unit: UnitName,
  status: PersonStatus,
  account: AccountState,
});

/** Filters of the list; an export takes the same. */
export const PeopleFilter = z.object({
  /** Words of the name, or at least three digits of a number, also of one held before. */
  q: z.string().trim().max(100).default(''),
  /** There and below. */
  unitId: Id.optional(),
  kind: EmploymentKind.optional(),
  status: PersonStatus.optional(),
  account: AccountState.optional(),
  sort: z.enum(['name', '-name', 'unit', '-unit', 'changed', '-changed']).default('name'),
});

/** The same list as a file: `GET /api/people-export`. */
export const PeopleExportQuery = PeopleFilter.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') });

/** Text that may be left empty; empty and null are the same. */
const blankable = (max: number) => z.string().trim().max(max).nullable();

const Facts = {
  titleBefore: blankable(100),
  name: line(200),
  titleAfter: blankable(100),
  sex: z.enum(['male', 'female', '']).nullable(),
  birthPlace: blankable(100),
  birthDate: z.union([Day, z.literal('')]).nullable(),
  employmentKind: EmploymentKind,
  /** NIP or NI PPPK, with or without separators. */
  staffNumber: blankable(40),
  /** `III/b` for PNS, `IX` for PPPK. */
  rankCode: blankable(10),
  postKind: z.union([PostKind, z.literal('')]).nullable(),
  postName: blankable(250),
  organisationId: Id,
  email: blankable(254),
  phone: blankable(30),
  timeZone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  status: PersonStatus,
  /** Last day of the status; the person is active after it. */
  statusUntil: z.union([Day, z.literal('')]).nullable(),
  statusNote: blankable(500),
  /** Set by hand; null lets the supervisor follow from the tree. */
  supervisorId: z.union([Id, z.literal('')]).nullable(),
  supervisorUntil: z.union([Day, z.literal('')]).nullable(),
};

export const CreatePerson = z.object(Facts).partial().extend({ name: Facts.name, employmentKind: EmploymentKind, organisationId: Id, effectiveOn: Day });

/** What is not named stays. `effectiveOn` is the first day of what has a history: unit, number, status, supervisor. */
export const ChangePerson = z.object(Facts).partial().extend({ revision: z.number().int(), effectiveOn: Day });

export const ContractPeriod = z.object({ startsOn: Day, endsOn: Day });

const days = { from: Day, until: Day.nullable() };

/** A person with the histories. */
export const Person = z.object({
  personId: Id,
  revision: z.number().int(),
  agency: UnitName,
  unit: UnitName,
  /** Units above, the agency first. */
  way: z.array(UnitName),
  fullName: z.string(),
  titleBefore: z.string().nullable(),
  name: z.string(),
  titleAfter: z.string().nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  birthPlace: z.string().nullable(),
  birthDate: Day.nullable(),
  employmentKind: EmploymentKind,
  number: StaffNumber.nullable(),
  rankCode: z.string().nullable(),
  rankName: z.string().nullable(),
  postKind: z.string().nullable(),
  postName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  timeZone: z.string(),
  status: PersonStatus,
  /** Do targets, reminders and compliance count the person today? */
  counts: z.boolean(),
  account: AccountState,
  /** Today's supervisor; `byHand` where somebody set it instead of the tree. */
  supervisor: z.object({ personId: Id, fullName: z.string(), post: z.string().nullable(), byHand: z.boolean(), until: Day.nullable() }).nullable(),
  numbers: z.array(z.object({ kind: z.enum(['NIP', 'NI_PPPK', 'NIP_OLD']), value: z.string(), ...days })),
  units: z.array(z.object({ unitId: Id, name: z.string(), ...days })),
  statuses: z.array(z.object({ status: PersonStatus, note: z.string().nullable(), ...days })),
  supervisors: z.array(z.object({ personId: Id, fullName: z.string(), ...days })),
  contractPeriods: z.array(ContractPeriod.extend({ periodId: Id })),
  /** What may be right but is worth a second look. */
  warnings: z.array(z.enum(['BIRTH_DATE_DIFFERS', 'SEX_DIFFERS', 'APPOINTED_IN_FUTURE', 'NUMBER_OF_OTHER_KIND'])),
  createdAt: Instant,
  changedAt: Instant,
  /** Today where the person's agency is. */
  today: Day,
  can: z.object({ manage: z.boolean() }),
});

export const PersonParams = z.object({ personId: Id });
const manage = { permission: 'person.manage', scope: 'person' } as const;
const writing = ['PERSON_BEYOND_YOURS', 'LAST_ADMIN', 'LAST_PLATFORM_ADMIN', 'PERSON_INVALID', 'PERSON_CHANGED', 'STAFF_NUMBER_TAKEN'] as const;

export const people = defineRoutes({
  list: {
    method: 'GET', path: '/people', status: 200, summary: 'People of the organisations that the caller may look into',
    query: PeopleFilter.extend(PageQuery.shape), response: pageOf(PersonRow).extend({ can: z.object({ create: z.boolean() }) }),
    access: { permission: 'person.read', scope: 'any' }, errors: [],
  },
  create: {
    method: 'POST', path: '/people', status: 201, summary: 'Make a person in a unit',
    body: CreatePerson, response: z.object({ personId: Id }), access: { permission: 'person.manage', scope: 'any' }, errors: writing,
  },
  get: {
    method: 'GET', path: '/people/:personId', status: 200, summary: 'One person with the histories, also by a record that was merged into theirs; the reading is recorded',
    params: PersonParams, response: Person, access: { permission: 'person.read', scope: 'person-ever' }, errors: [],
  },
  change: {
    method: 'PATCH', path: '/people/:personId', status: 200, summary: 'Change facts of a person from a day on',
    params: PersonParams, body: ChangePerson, response: z.object({ revision: z.number().int() }), access: manage, errors: writing,
  },
  listSupervisors: {
    method: 'GET', path: '/people/:personId/supervisor-candidates', status: 200, summary: 'People of the same agency who could supervise, by name',
    params: PersonParams, query: z.object({ q: line(100) }),
    response: z.object({ items: z.array(z.object({ personId: Id, fullName: z.string(), post: z.string().nullable(), unit: z.string() })) }), access: manage, errors: [],
  },
  setContract: {
    method: 'PUT', path: '/people/:personId/contract-periods', status: 204, summary: 'Add a contract period, or correct the last day of one',
    params: PersonParams, body: ContractPeriod, response: Nothing, access: manage, errors: ['CONTRACT_OVERLAPS', 'PERSON_INVALID'],
  },
  removeContract: {
    method: 'DELETE', path: '/people/:personId/contract-periods/:periodId', status: 204, summary: 'Remove a contract period',
    params: PersonParams.extend({ periodId: Id }), response: Nothing, access: manage, errors: [],
  },
});
