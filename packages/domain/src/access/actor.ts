import type { Permission, Role } from '@pamong/contract/permissions';
import { permissionsOf, personalPermissions, undelegablePermissions } from '@pamong/contract/permissions';
import type { OrgScope } from '../organisations/org-scope.js';

export interface Grant {
  readonly role: Role;
  /** ltree path of the organisation where the role was granted. */
  readonly path: string;
  /** Lent by somebody for a time: what does not pass to a deputy is left out. */
  readonly delegated?: boolean;
}

/** An admin who sees Pamong as the caller, for support. */
export interface Acting {
  readonly id: string;
  readonly adminId: string;
  readonly adminName: string;
  /** May the admin change things as that person? */
  readonly mayWrite: boolean;
  readonly until: Date;
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
    /** Present while an admin acts as this person; the account and the session are the admin's. */
    readonly acting: Acting | null = null,
  ) {}

  /** Does the permission hold at the organisation of this path? */
  can(permission: Permission, path: string): boolean {
    return this.grants.some((grant) => permissionsOfGrant(grant).includes(permission) && covers(grant.path, path));
  }

  /** Every permission that holds somewhere. */
  permissions(): Permission[] {
    return [...new Set(this.grants.flatMap(permissionsOfGrant))].toSorted();
  }

  /** Where the permission holds; empty where it holds nowhere. */
  scope(permission: Permission): OrgScope {
    const paths = this.grants.filter((grant) => permissionsOfGrant(grant).includes(permission)).map((grant) => grant.path);
    return { paths } as unknown as OrgScope;
  }

  /** Does the caller hold all that the role would give at this path? What opens only its holder's own rows does not count. */
  holdsAllOf(role: Role, path: string): boolean {
    return permissionsOf[role].every((permission) => personalPermissions.includes(permission) || this.can(permission, path));
  }

  /** Does the caller hold everything that these grants give, where they give it? */
  holdsAllOfGrants(grants: readonly Grant[]): boolean {
    return grants.every((grant) => permissionsOfGrant(grant).every((permission) => personalPermissions.includes(permission) || this.can(permission, grant.path)));
  }

  /** May the caller give this role at this path, or take it back? Nobody gives what they do not have. */
  mayGive(role: Role, path: string): boolean {
    return this.can('role.grant', path) && this.holdsAllOf(role, role === 'platform_admin' ? platformPath : path);
  }

  /** Is the organisation of this path in the caller's own agency? */
  sharesAgencyWith(path: string): boolean {
    return path.split('.')[0] === this.organisationPath.split('.')[0];
  }
}

/** What a grant gives: all of its role, or what of it passes to a deputy. */
export function permissionsOfGrant(grant: Pick<Grant, 'role' | 'delegated'>): readonly Permission[] {
  const all = permissionsOf[grant.role];
  return grant.delegated === true ? all.filter((permission) => !undelegablePermissions.includes(permission)) : all;
}

/** The platform's root covers every agency; any other path covers itself and what lies below. */
export function covers(granted: string, path: string): boolean {
  return granted === platformPath || granted === path || path.startsWith(`${granted}.`);
}

/** Path of a grant that counts in every agency of the installation. */
export const platformPath = '';
