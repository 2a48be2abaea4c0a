import { Controller, Inject } from '@nestjs/common';
import { mailFaults, mails } from '@pamong/contract/mails';
import type { Actor } from '@pamong/domain/access/actor';
import { LetterLanguageService } from '@pamong/domain/messages/letter-language.service';
import { MailSender } from '@pamong/domain/messages/mail-sender';
import type { MailRecord } from '@pamong/domain/messages/mails.service';
import { MailsService } from '@pamong/domain/messages/mails.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import { Database } from '@pamong/platform/database/database';
import { Mailer } from '@pamong/platform/mail/mailer';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';
import { Scopes } from '../kernel/scopes.js';
import { AgencyInQuestion } from '../organisations/agency-in-question.js';

@Controller()
export class MailsController {
  constructor(
    private readonly mails: MailsService,
    private readonly sender: MailSender,
    private readonly letters: LetterLanguageService,
    private readonly organisations: OrganisationsService,
    private readonly db: Database,
    private readonly mailer: Mailer,
    private readonly agency: AgencyInQuestion,
    @Inject(CONFIG) private readonly config: Config,
    scopes: Scopes,
  ) {
    scopes.add('mail', async ({ params }) => {
      const path = await mails.pathOf(params?.['mailId'] ?? '');
      return path === null ? null : { path, visible: false };
    });
  }

  @Endpoint(mails.list)
  async list(@Caller() actor: Actor, @Input() { query }: InputOf<typeof mails.list>) {
    const scope = actor.scope('mail.manage');
    const named = query.agencyId === undefined ? undefined : (await this.agency.of(actor, 'mail.manage', query.agencyId)).agencyId;
    const { items, total } = await this.mails.list(scope, { state: query.state, search: query.search, agencyId: named }, query.page, query.size);
    return {
      page: query.page,
      size: query.size,
      total,
      counts: await this.mails.count(scope, named),
      server: this.mailer.server,
      demo: !this.mailer.enabled && this.config.demo,
      language: await this.letters.ofAgency(named ?? actor.agencyId),
      can: { decideLanguage: await this.letters.mayDecide(actor, named ?? actor.agencyId) },
      items: items.map((mail) => this.summary(mail)),
    };
  }

  @Endpoint(mails.get)
  async get(@Input() { params }: InputOf<typeof mails.get>) {
    const mail = await this.mails.get(this.db, params.mailId);
    // Whoever may read the mails of an agency must not be able to sign in as its people.
    const withSecret = mail.state === 'held' && this.config.demo;
    const { html, text, link } = await this.sender.compose(mail, { withSecret });
    return { ...this.summary(mail), html, text, link, secretHidden: mail.link !== null && mail.expiresAt !== null && !withSecret, answer: mail.answer };
  }

  @Endpoint(mails.sendAgain)
  async sendAgain(@Caller() actor: Actor, @Input() { params }: InputOf<typeof mails.sendAgain>) {
    return { count: await this.mails.sendAgain(actor, [params.mailId]) };
  }

  @Endpoint(mails.sendAllAgain)
  async sendAllAgain(@Caller() actor: Actor, @Input() { query }: InputOf<typeof mails.sendAllAgain>) {
    const named = query.agencyId === undefined ? undefined : (await this.agency.of(actor, 'mail.manage', query.agencyId)).agencyId;
    return { count: await this.mails.sendAgain(actor, null, named) };
  }

  @Endpoint(mails.test)
  async test(@Caller() actor: Actor, @Input() { body }: InputOf<typeof mails.test>) {
    const { name } = await this.organisations.get(this.db, actor.agencyId);
    const outcome = await this.sender.sendTest(body.address, (await this.letters.ofPerson(actor.personId)) ?? (await this.letters.ofAgency(actor.agencyId)), name);
    return { sent: outcome.sent, fault: outcome.sent ? null : outcome.fault, answer: outcome.answer };
  }

  @Endpoint(mails.setLetters)
  async setLetters(@Caller() actor: Actor, @Input() { query, body }: InputOf<typeof mails.setLetters>) {
    await this.letters.decide(actor, (await this.agency.of(actor, 'mail.manage', query.agencyId)).agencyId, body.language);
  }

  @Endpoint(mails.myLetters)
  async myLetters(@Caller() actor: Actor) {
    return { language: await this.letters.ofPerson(actor.personId), agencyLanguage: await this.letters.ofAgency(actor.agencyId) };
  }

  @Endpoint(mails.setMyLetters)
  async setMyLetters(@Caller() actor: Actor, @Input() { body }: InputOf<typeof mails.setMyLetters>) {
    await this.letters.choose(actor.personId, body.language);
  }

  private summary(mail: MailRecord) {
    return {
      id: mail.id,
      to: { name: mail.toName, address: mail.toAddress },
      subject: this.sender.subjectOf(mail),
      state: mail.state,
      attempts: mail.attempts,
      createdAt: mail.createdAt.toISOString(),
      sentAt: mail.sentAt?.toISOString() ?? null,
      nextTryAt: mail.nextTryAt?.toISOString() ?? null,
      fault: mailFaults.find((fault) => fault === mail.fault) ?? null,
      can: { sendAgain: this.mails.mayGoAgain(mail) },
    };
  }
}
