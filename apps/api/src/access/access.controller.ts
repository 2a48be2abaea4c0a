import { Controller } from '@nestjs/common';
import { access } from '@pamong/contract/access';
import type { Actor } from '@pamong/domain/access/actor';
import { ExplanationsService } from '@pamong/domain/access/explanations.service';
import { RoleAssignmentsService } from '@pamong/domain/access/role-assignments.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';
import { Scopes } from '../kernel/scopes.js';

/** Who holds which role where. */
@Controller()
export class AccessController {
  constructor(
    private readonly assignments: RoleAssignmentsService,
    private readonly explanations: ExplanationsService,
    scopes: Scopes,
  ) {
    scopes.add('role-assignment', async ({ params }) => {
      const path = await assignments.placeOf(params?.['assignmentId'] ?? '');
      return path === null ? null : { path, visible: false };
    });
  }

  @Endpoint(access.listAssignments)
  listAssignments(@Caller() actor: Actor, @Input() { query }: InputOf<typeof access.listAssignments>) {
    return this.assignments.list(actor, query);
  }

  @Endpoint(access.grant)
  grant(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof access.grant>) {
    return this.assignments.grant(actor, params.organisationId, body);
  }

  @Endpoint(access.end)
  end(@Caller() actor: Actor, @Input() { params }: InputOf<typeof access.end>) {
    return this.assignments.end(actor, params.assignmentId);
  }

  @Endpoint(access.restore)
  restore(@Caller() actor: Actor, @Input() { params }: InputOf<typeof access.restore>) {
    return this.assignments.restore(actor, params.assignmentId);
  }

  @Endpoint(access.listCandidates)
  async listCandidates(@Caller() actor: Actor, @Input() { query }: InputOf<typeof access.listCandidates>) {
    return { items: await this.assignments.listCandidates(actor, query.q) };
  }

  @Endpoint(access.listPlaces)
  async listPlaces(@Caller() actor: Actor, @Input() { query }: InputOf<typeof access.listPlaces>) {
    return { items: await this.assignments.listPlaces(actor, query.q) };
  }

  @Endpoint(access.explain)
  explain(@Caller() actor: Actor, @Input() { params, query }: InputOf<typeof access.explain>) {
    return this.explanations.explain(actor, params.personId, query);
  }
}
