import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { ScopeName } from '@pamong/contract/kernel/route';
import type { Permission } from '@pamong/contract/permissions';
import type { Actor } from '@pamong/domain/access/actor';

/** Where the target of a request lies. */
export interface ScopePlace {
  /** ltree path of the organisation that owns it. */
  readonly path: string;
  /** True where everybody may know that it exists (a published course), so that a refusal is 403 and not 404. */
  readonly visible: boolean;
  /** True where the caller holds every permission of the scope by another way than a role: who teaches a course may edit it. */
  readonly granted?: boolean;
}

export type ScopeInput = { readonly params?: Readonly<Record<string, string>> };
export type ScopeResolver = (input: ScopeInput, actor: Actor) => Promise<ScopePlace | null>;

/** One resolver for each scope that routes name; features add theirs when they are constructed. */
@Injectable()
export class Scopes {
  private readonly resolvers = new Map<ScopeName, ScopeResolver>();

  add(scope: ScopeName, resolve: ScopeResolver): void {
    if (this.resolvers.has(scope)) throw new Error(`Scope ${scope} has two resolvers`);
    this.resolvers.set(scope, resolve);
  }

  has(scope: ScopeName): boolean {
    return scope === 'any' || scope === 'platform' || this.resolvers.has(scope);
  }

  /**
   * Decides a permission on the request's target.
   * @throws Problem NOT_FOUND when the target does not exist or may not be seen; NOT_ALLOWED when it may be seen but not this
   */
  async check(actor: Actor, permission: Permission, scope: ScopeName, input: ScopeInput): Promise<void> {
    if (scope === 'any') {
      if (actor.scope(permission).paths.length === 0) throw new Problem('NOT_ALLOWED');
      return;
    }
    if (scope === 'platform') {
      if (!actor.can(permission, '')) throw new Problem('NOT_ALLOWED');
      return;
    }
    const place = await this.resolvers.get(scope)?.(input, actor);
    if (place === null || place === undefined) throw new Problem('NOT_FOUND');
    if (place.granted === true || actor.can(permission, place.path)) return;
    throw new Problem(place.visible || actor.sharesAgencyWith(place.path) ? 'NOT_ALLOWED' : 'NOT_FOUND');
  }
}
