import { Controller } from '@nestjs/common';
import { transfers } from '@pamong/contract/transfers';
import type { Actor } from '@pamong/domain/access/actor';
import { TransferViews } from '@pamong/domain/people/transfer-views.service';
import { TransfersService } from '@pamong/domain/people/transfers.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

/** People who go to another agency. */
@Controller()
export class TransfersController {
  constructor(
    private readonly transfers: TransfersService,
    private readonly views: TransferViews,
  ) {}

  @Endpoint(transfers.list)
  list(@Caller() actor: Actor, @Input() { query }: InputOf<typeof transfers.list>) {
    return this.views.list(actor.scope('person.manage'), query);
  }

  @Endpoint(transfers.listAgencies)
  async listAgencies(@Input() { query }: InputOf<typeof transfers.listAgencies>) {
    return { items: await this.views.listAgencies(query.q) };
  }

  @Endpoint(transfers.propose)
  async propose(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof transfers.propose>) {
    const { toAgencyId, ...asked } = body;
    return { transferId: await this.transfers.propose(actor, actor.scope('person.manage'), params.personId, toAgencyId, asked) };
  }

  @Endpoint(transfers.request)
  async request(@Caller() actor: Actor, @Input() { body }: InputOf<typeof transfers.request>) {
    const { staffNumber, organisationId, ...asked } = body;
    return { transferId: await this.transfers.request(actor, actor.scope('person.manage'), staffNumber, organisationId, asked) };
  }

  @Endpoint(transfers.accept)
  accept(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof transfers.accept>) {
    return this.transfers.accept(actor, actor.scope('person.manage'), params.transferId, body.organisationId);
  }

  @Endpoint(transfers.decline)
  decline(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof transfers.decline>) {
    return this.transfers.decline(actor, actor.scope('person.manage'), params.transferId, body.reason);
  }

  @Endpoint(transfers.withdraw)
  withdraw(@Caller() actor: Actor, @Input() { params }: InputOf<typeof transfers.withdraw>) {
    return this.transfers.withdraw(actor, actor.scope('person.manage'), params.transferId);
  }
}
