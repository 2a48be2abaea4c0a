import { Controller, Req } from '@nestjs/common';
import { accounts } from '@pamong/contract/accounts';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Actor } from '@pamong/domain/access/actor';
import { CallersService } from '@pamong/domain/access/callers.service';
import { SecondFactorRuleService } from '@pamong/domain/access/second-factor-rule.service';
import { PasswordsService } from '@pamong/domain/accounts/passwords.service';
import { SignOnLinksService } from '@pamong/domain/accounts/sign-on-links.service';
import { SecondFactorService } from '@pamong/domain/accounts/second-factor.service';
import { ReachService } from '@pamong/domain/entry/reach';
import type { FastifyRequest } from 'fastify';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';
import { AgencyInQuestion } from '../organisations/agency-in-question.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly factors: SecondFactorService,
    private readonly links: SignOnLinksService,
    private readonly rule: SecondFactorRuleService,
    private readonly agency: AgencyInQuestion,
    private readonly reach: ReachService,
    private readonly callers: CallersService,
  ) {}

  @Endpoint(accounts.security)
  async security(@Caller() actor: Actor) {
    const { since, ...state } = await this.factors.state(actor);
    return { hasPassword: await this.passwords.has(actor.personId), secondFactor: { ...state, since: since?.toISOString() ?? null } };
  }

  @Endpoint(accounts.signOnLinks)
  async signOnLinks(@Caller() actor: Actor) {
    return { items: await this.links.list(actor) };
  }

  @Endpoint(accounts.removeSignOnLink)
  removeSignOnLink(@Caller() actor: Actor, @Input() { params }: InputOf<typeof accounts.removeSignOnLink>) {
    return this.links.remove(actor, params.linkId);
  }

  @Endpoint(accounts.changePassword)
  async changePassword(@Caller() actor: Actor, @Input() { body }: InputOf<typeof accounts.changePassword>, @Req() request: FastifyRequest) {
    await this.passwords.change(actor, { ...body, address: request.ip });
    this.callers.forget(actor.personId);
  }

  @Endpoint(accounts.beginSecondFactor)
  async beginSecondFactor(@Caller() actor: Actor, @Input() { body }: InputOf<typeof accounts.beginSecondFactor>, @Req() request: FastifyRequest) {
    await this.passwords.prove(actor, body.password, request.ip);
    return this.factors.begin(actor);
  }

  @Endpoint(accounts.confirmSecondFactor)
  async confirmSecondFactor(@Caller() actor: Actor, @Input() { body }: InputOf<typeof accounts.confirmSecondFactor>, @Req() request: FastifyRequest) {
    return { recoveryCodes: await this.factors.confirm(actor, body.code, request.ip) };
  }

  @Endpoint(accounts.renewRecoveryCodes)
  async renewRecoveryCodes(@Caller() actor: Actor, @Input() { body }: InputOf<typeof accounts.renewRecoveryCodes>, @Req() request: FastifyRequest) {
    await this.passwords.prove(actor, body.password, request.ip);
    return { recoveryCodes: await this.factors.renewRecoveryCodes(actor) };
  }

  @Endpoint(accounts.endSecondFactor)
  async endSecondFactor(@Caller() actor: Actor, @Input() { body }: InputOf<typeof accounts.endSecondFactor>, @Req() request: FastifyRequest) {
    await this.passwords.prove(actor, body.password, request.ip);
    await this.factors.endOwn(actor);
  }

  @Endpoint(accounts.secondFactorOf)
  async secondFactorOf(@Input() { params }: InputOf<typeof accounts.secondFactorOf>) {
    return { since: (await this.factors.sinceWhen(params.personId))?.toISOString() ?? null };
  }

  @Endpoint(accounts.endSecondFactorOf)
  async endSecondFactorOf(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof accounts.endSecondFactorOf>) {
    // Whoever may do more than the admin is let in by somebody above, as with a printed code.
    const { beyond } = await this.reach.of(actor, [params.personId]);
    // One's own takes the password, so that an open screen is not enough.
    if (beyond.has(params.personId) || params.personId === actor.personId) throw new Problem('NOT_ALLOWED');
    await this.factors.endFor(actor, params.personId, body.reason);
  }

  @Endpoint(accounts.secondFactorRule)
  async secondFactorRule(@Caller() actor: Actor, @Input() { query }: InputOf<typeof accounts.secondFactorRule>) {
    return this.rule.get((await this.agency.of(actor, 'sign-on.manage', query.agencyId)).agencyId);
  }

  @Endpoint(accounts.setSecondFactorRule)
  async setSecondFactorRule(@Caller() actor: Actor, @Input() { query, body }: InputOf<typeof accounts.setSecondFactorRule>) {
    return this.rule.set(await this.agency.of(actor, 'sign-on.manage', query.agencyId), body.roles);
  }
}
