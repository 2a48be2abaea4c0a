import { Injectable } from '@nestjs/common';
import type { PermissionExplanation, PermissionReason } from '@pamong/contract/access';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Permission } from '@pamong/contract/permissions';
import { permissions, permissionsOf, roles } from '@pamong/contract/permissions';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { fullName } from '../people/names.rules.js';
import type { Actor } from './actor.js';
import { covers, permissionsOfGrant } from './actor.js';
import type { ExplainedGrant } from './explanations.repository.js';
import { ExplanationsRepository } from './explanations.repository.js';
import { PermissionSources } from './permission-sources.js';

type Explanation = z.input<typeof PermissionExplanation>;
type Reason = z.input<typeof PermissionReason>;

/** What is asked about: an organisation, or a course; the person's own unit when neither is named. */
export interface AskedPlace {
  readonly organisationId?: string | undefined;
  readonly courseId?: string | undefined;
}

/** "What can this person do here, and why?", from the same rows by which requests are judged. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly db: Database,
    private readonly explanations: ExplanationsRepository,
    private readonly organisations: OrganisationsService,
    private readonly sources: PermissionSources,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem NOT_FOUND when the person does not exist, or the caller may not look into the place */
  async explain(actor: Actor, personId: string, asked: AskedPlace): Promise<Explanation> {
    const person = await this.explanations.findPerson(this.db, personId);
    if (person === null) throw new Problem('NOT_FOUND');
    const { path, ...place } = await this.place(actor, person, asked);
    const grants = (await this.explanations.listGrants(this.db, personId, this.clock.now())).filter((grant) => covers(grant.path, path));
    const beyond = place.kind === 'course' ? await this.sources.of('course').held(this.db, personId, place.id) : [];
    return {
      person: { id: person.id, fullName: fullName(person), unit: person.unit },
      place,
      permissions: permissions.map((permission) => {
        const reasons = [...grants.flatMap((grant) => reasonOf(grant, permission)), ...(beyond.includes(permission) ? [{ kind: 'teaches' as const }] : [])];
        return { permission, held: reasons.length > 0, reasons, givenBy: roles.filter((role) => permissionsOf[role].includes(permission)) };
      }),
    };
  }

  private async place(actor: Actor, person: { organisationId: string; unit: string; path: string }, asked: AskedPlace) {
    if (asked.courseId !== undefined) {
      const found = await this.sources.of('course').find(this.db, asked.courseId);
      if (found === null || !actor.can('role.read', found.path)) throw new Problem('NOT_FOUND');
      return { kind: 'course' as const, id: asked.courseId, ...found };
    }
    if (asked.organisationId === undefined) return { kind: 'organisation' as const, id: person.organisationId, name: person.unit, path: person.path };
    const { id, name, path } = await this.organisations.get(this.db, asked.organisationId);
    if (!actor.can('role.read', path)) throw new Problem('NOT_FOUND');
    return { kind: 'organisation' as const, id, name, path };
  }
}

function reasonOf(grant: ExplainedGrant, permission: Permission): Reason[] {
  if (!permissionsOfGrant({ role: grant.role, delegated: grant.lentBy !== null }).includes(permission)) return [];
  const { role, from, until, lentBy, organisationId, organisationName, isAgency } = grant;
  return [{
    kind: 'role', role, from: from.toISOString(), until: until?.toISOString() ?? null, lentBy,
    // A platform admin's role counts everywhere, wherever the row happens to hang.
    organisation: grant.path === '' ? null : { id: organisationId, name: organisationName, isAgency },
  }];
}
