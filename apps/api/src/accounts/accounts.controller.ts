import { Controller, Req } from '@nestjs/common';
import { accounts } from '@pamong/contract/accounts';
import type { Actor } from '@pamong/domain/access/actor';
import { CallersService } from '@pamong/domain/access/callers.service';
import { PasswordsService } from '@pamong/domain/accounts/passwords.service';
import type { FastifyRequest } from 'fastify';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly callers: CallersService,
  ) {}

  @Endpoint(accounts.security)
  async security(@Caller() actor: Actor) {
    return { hasPassword: await this.passwords.has(actor.personId) };
  }

  @Endpoint(accounts.changePassword)
  async changePassword(@Caller() actor: Actor, @Input() { body }: InputOf<typeof accounts.changePassword>, @Req() request: FastifyRequest) {
    await this.passwords.change(actor, { ...body, address: request.ip });
    this.callers.forget(actor.personId);
  }
}
