import type { Permission, Role } from '@pamong/contract/permissions';
import { permissionsOf } from '@pamong/contract/permissions';
import type { OrgScope } from '../organisations/org-scope.js';

export interface Grant {
  readonly role: Role;
  /** ltree path of the organisation where the role was granted. */
  readonly path: string;
}

/** Whoever makes the request, with what they may do. Made from a session, or by a job that acts for a person. */
export class Actor {
  constructor(
    readonly personId: string,
    readonly accountId: string,
    readonly sessionId: string,
    readonly agencyId: string,
    /** ltree path of the person's unit. */
    readonly organisationPath: string,
    readonly grants: readonly Grant[],
  ) {}

  /** Does the permission hold at the organisation of this path? */
  can(permission: Permission, path: string): boolean {
    return this.grants.some((grant) => permissionsOf[grant.role].includes(permission) && covers(grant.path, path));
  }

  /** Every permission that holds somewhere. */
  permissions(): Permission[] {
    return [...new Set(this.grants.flatMap((grant) => permissionsOf[grant.role]))].toSorted();
  }

  /** Where the permission holds; empty where it holds nowhere. */
  scope(permission: Permission): OrgScope {
    const paths = this.grants.filter((grant) => permissionsOf[grant.role].includes(permission)).map((grant) => grant.path);
    return { paths } as unknown as OrgScope;
  }

  /** Is the organisation of this path in the caller's own agency? */
  sharesAgencyWith(path: string): boolean {
    return path.split('.')[0] === this.organisationPath.split('.')[0];
  }
}

/** The platform's root covers every agency; any other path covers itself and what lies below. */
export function covers(granted: string, path: string): boolean {
  return granted === platformPath || granted === path || path.startsWith(`${granted}.`);
}

/** Path of a grant that counts in every agency of the installation. */
export const platformPath = '';
