import { Controller, Inject, Req } from '@nestjs/common';
import { entry } from '@pamong/contract/entry';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Actor } from '@pamong/domain/access/actor';
import { ActivationCodesService } from '@pamong/domain/entry/activation-codes.service';
import { accountPerson } from '@pamong/domain/entry/account-views';
import { EmailChangesService } from '@pamong/domain/entry/email-changes.service';
import { InvitationsService } from '@pamong/domain/entry/invitations.service';
import { OutsidersService } from '@pamong/domain/entry/outsiders.service';
import { PasswordLinksService } from '@pamong/domain/entry/password-links.service';
import { PhoneRegistrationsService } from '@pamong/domain/entry/phone-registrations.service';
import { MailsService } from '@pamong/domain/messages/mails.service';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import type { FastifyRequest } from 'fastify';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

@Controller()
export class EntryController {
  constructor(
    private readonly links: PasswordLinksService,
    private readonly codes: ActivationCodesService,
    private readonly invitations: InvitationsService,
    private readonly emails: EmailChangesService,
    private readonly outsiders: OutsidersService,
    private readonly phones: PhoneRegistrationsService,
    private readonly mails: MailsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(entry.options)
  async options() {
    return { mail: this.mails.available, phone: this.phones.available, registration: await this.outsiders.openAgencies() };
  }

  @Endpoint(entry.register)
  async register(@Input() { body }: InputOf<typeof entry.register>, @Req() request: FastifyRequest) {
    await this.outsiders.request(body, request.ip);
  }

  @Endpoint(entry.registerByPhone)
  async registerByPhone(@Input() { body }: InputOf<typeof entry.registerByPhone>, @Req() request: FastifyRequest) {
    const { registrationId, expiresAt } = await this.phones.request(body, request.ip);
    return { registrationId, expiresAt: expiresAt.toISOString() };
  }

  @Endpoint(entry.provePhone)
  async provePhone(@Input() { params, body }: InputOf<typeof entry.provePhone>, @Req() request: FastifyRequest) {
    return { token: await this.phones.prove(params.registrationId, body.code, request.ip) };
  }

  @Endpoint(entry.openRegistration)
  async openRegistration(@Caller() actor: Actor, @Input() { body }: InputOf<typeof entry.openRegistration>) {
    await this.outsiders.setOpen(actor, body.open);
  }

  @Endpoint(entry.askReset)
  async askReset(@Input() { body }: InputOf<typeof entry.askReset>, @Req() request: FastifyRequest) {
    await this.links.requestReset(body.login, request.ip);
  }

  @Endpoint(entry.useCode)
  useCode(@Input() { body }: InputOf<typeof entry.useCode>, @Req() request: FastifyRequest) {
    return this.codes.exchange(body.login, body.code, request.ip);
  }

  @Endpoint(entry.lookAtLink)
  async lookAtLink(@Input() { body }: InputOf<typeof entry.lookAtLink>) {
    const { purpose, name, expiresAt } = await this.links.look(body.token);
    if (purpose === 'email') throw new Problem('LINK_INVALID');
    return { purpose, name, expiresAt: expiresAt.toISOString() };
  }

  @Endpoint(entry.choosePassword)
  choosePassword(@Input() { body }: InputOf<typeof entry.choosePassword>) {
    return this.links.choose(body.token, body.password);
  }

  @Endpoint(entry.changeEmail)
  async changeEmail(@Caller() actor: Actor, @Input() { body }: InputOf<typeof entry.changeEmail>) {
    await this.emails.request(actor, body.email);
  }

  @Endpoint(entry.confirmEmail)
  confirmEmail(@Input() { body }: InputOf<typeof entry.confirmEmail>) {
    return this.emails.confirm(body.token);
  }

  @Endpoint(entry.accounts)
  async accounts(@Caller() actor: Actor, @Input() { query }: InputOf<typeof entry.accounts>) {
    const filter = { state: query.state ?? null, search: query.search, email: query.email === undefined ? null : query.email === 'yes' };
    const { items, total } = await this.invitations.list(actor, filter, query.page, query.size, query.importId);
    return { page: query.page, size: query.size, total, mail: this.mails.available, registration: await this.outsiders.standing(actor), items: items.map(accountPerson) };
  }

  @Endpoint(entry.invite)
  invite(@Caller() actor: Actor, @Input() { body }: InputOf<typeof entry.invite>) {
    return this.invitations.invite(actor, body.personIds);
  }

  @Endpoint(entry.inviteEveryone)
  inviteEveryone(@Caller() actor: Actor, @Input() { body }: InputOf<typeof entry.inviteEveryone>) {
    return this.invitations.inviteEveryone(actor, body);
  }

  @Endpoint(entry.makeCodes)
  async makeCodes(@Caller() actor: Actor, @Input() { body }: InputOf<typeof entry.makeCodes>) {
    const { codes, skipped, expiresAt } = await this.codes.make(actor, body.personIds);
    return { codes, skipped, expiresAt: expiresAt.toISOString(), address: `${this.config.publicUrl}/kode` };
  }
}
