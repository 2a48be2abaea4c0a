import { Controller } from '@nestjs/common';
import { delegations } from '@pamong/contract/delegations';
import type { Actor } from '@pamong/domain/access/actor';
import { DelegationsService } from '@pamong/domain/access/delegations.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

/** Roles lent for a time. */
@Controller()
export class DelegationsController {
  constructor(private readonly delegations: DelegationsService) {}

  @Endpoint(delegations.list)
  list(@Caller() actor: Actor) {
    return this.delegations.list(actor);
  }

  @Endpoint(delegations.create)
  create(@Caller() actor: Actor, @Input() { body }: InputOf<typeof delegations.create>) {
    return this.delegations.create(actor, body);
  }

  @Endpoint(delegations.end)
  end(@Caller() actor: Actor, @Input() { params }: InputOf<typeof delegations.end>) {
    return this.delegations.end(actor, params.delegationId);
  }

  @Endpoint(delegations.listOthers)
  listOthers(@Caller() actor: Actor, @Input() { query }: InputOf<typeof delegations.listOthers>) {
    return this.delegations.listOthers(actor, query);
  }

  @Endpoint(delegations.listCandidates)
  async listCandidates(@Caller() actor: Actor, @Input() { query }: InputOf<typeof delegations.listCandidates>) {
    return { items: await this.delegations.listCandidates(actor, query.q) };
  }

  @Endpoint(delegations.listPlaces)
  async listPlaces(@Caller() actor: Actor, @Input() { query }: InputOf<typeof delegations.listPlaces>) {
    return { items: await this.delegations.listPlaces(actor, query.q) };
  }
}
