import type { EmploymentKind, PersonEntity } from './person.entity.js';
import type { PersonStatus } from './person-status.entity.js';

/**
 * All that an agency keeps of a person as one flat state of a day. Forms, imports, connectors and exports speak it; what has a history
 * (unit, number, status, supervisor) is the value that holds on that day.
 */
export interface PersonFacts {
  readonly titleBefore: string | null;
  readonly name: string;
  readonly titleAfter: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly birthPlace: string | null;
  readonly birthDate: string | null;
  readonly employmentKind: EmploymentKind;
  /** NIP or NI PPPK, 18 digits. */
  readonly staffNumber: string | null;
  readonly rankCode: string | null;
  readonly postKind: string | null;
  readonly postName: string | null;
  readonly organisationId: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly timeZone: string;
  readonly status: PersonStatus;
  /** Last day of the status, after which the person is active again; null for good. */
  readonly statusUntil: string | null;
  readonly statusNote: string | null;
  /** Set by hand; null lets the supervisor follow from the tree. */
  readonly supervisorId: string | null;
  /** Last day of the supervisor set by hand. */
  readonly supervisorUntil: string | null;
  /** The latest contract period; null where there is none. */
  readonly contractStartsOn: string | null;
  readonly contractEndsOn: string | null;
}

/** A state as it is stored. */
export interface StoredPerson extends PersonFacts {
  readonly personId: string;
  readonly agencyId: string;
  readonly revision: number;
}

/** A new person, or a change of one. */
export interface PersonWrite {
  /** Made by the writer also for a new person, so that writing twice makes nobody twice. */
  readonly personId: string;
  /** 0 for a new person; otherwise the revision that the writer saw. */
  readonly revision: number;
  /** First day of what has a history; in the future only unit, status and supervisor wait for it. `YYYY-MM-DD` */
  readonly effectiveOn: string;
  /** What is not named stays. A new person needs name, kind and unit. */
  readonly facts: Partial<PersonFacts>;
  /** Takes an earlier write back: contract periods that begin after the given one go too. */
  readonly restores?: boolean;
}

/** What became of one write. A write that another change overtook is `stale` and changed nothing. */
export interface PersonWritten {
  readonly personId: string;
  readonly stale: boolean;
  /** Now; the one that a write taking this one back must name. */
  readonly revision: number;
  readonly changed: readonly (keyof PersonFacts)[];
  /** Values of `changed` as they were; empty for a new person. Written back with `restores` they undo this write. */
  readonly before: Partial<PersonFacts>;
}

/** Columns of the person's own row that are written as they are. */
export const plainFacts = [
  'titleBefore', 'name', 'titleAfter', 'sex', 'birthPlace', 'birthDate', 'employmentKind', 'rankCode', 'postKind', 'postName', 'email', 'phone', 'timeZone',
] as const satisfies readonly (keyof PersonFacts & keyof PersonEntity)[];
