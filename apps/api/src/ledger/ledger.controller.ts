import { Controller } from '@nestjs/common';
import { ledger } from '@pamong/contract/ledger';
import type { Actor } from '@pamong/domain/access/actor';
import { LedgerService } from '@pamong/domain/ledger/ledger.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

@Controller()
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @Endpoint(ledger.standing)
  standing(@Caller() actor: Actor) {
    return this.ledger.standing(actor.personId);
  }

  @Endpoint(ledger.mine)
  async mine(@Caller() actor: Actor, @Input() { query }: InputOf<typeof ledger.mine>) {
    const { items, total } = await this.ledger.listOwn(actor.personId, query.page, query.size);
    return { ...query, total, items: items.map((line) => ({ ...line, recordedAt: line.recordedAt.toISOString() })) };
  }

  @Endpoint(ledger.team)
  async team(@Caller() actor: Actor) {
    return { items: await this.ledger.team(actor.personId) };
  }
}
