import type { Actor, Grant } from './actor.js';

/**
 * May an admin see Pamong as a person with these grants, whose unit lies at this path? Never as somebody who may do more.
 * @param mayWrite whether the admin wants to change things as that person
 */
export function mayActAs(admin: Actor, path: string, grants: readonly Grant[], mayWrite: boolean): boolean {
  return admin.can('person.act-as', path) && (!mayWrite || admin.can('person.act-as-write', path)) && admin.holdsAllOfGrants(grants);
}
