import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Mailer } from '@pamong/platform/mail/mailer';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type { Actor } from '../access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import type { OrgScope } from '../organisations/org-scope.js';
import { fullName } from '../people/names.rules.js';
import { SettingsService } from '../settings/settings.service.js';
import { mailSettings } from './mail-settings.js';
import type { MailEntity } from './mail.entity.js';
import type { MailLanguage } from './mail-texts.js';
import type { MailFilter } from './mails.repository.js';
import { MailsRepository } from './mails.repository.js';
import { sendMail } from './messages.jobs.js';

/** A mail as screens and tests read it. */
export type MailRecord = Readonly<MailEntity>;

/** What a mail says, whoever gets it. */
export interface MailContent {
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Page of the application. */
  readonly link: string | null;
  /** A one-time token; it travels behind the `#` of the link, which browsers keep from servers and their logs. */
  readonly secret?: string;
  readonly expiresAt?: Date;
  /** What it is about; the same key is the same mail, sent once. */
  readonly naturalKey: string;
}

/** Somebody who gets a mail and may not be a person of the installation yet. */
export interface MailRecipient {
  readonly agencyId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly fullName: string;
  readonly sex: 'male' | 'female' | null;
  readonly address: string;
  /** Null: the agency's. */
  readonly language: MailLanguage | null;
}

/** Mails as rows: posted with the change that they tell of, listed, and sent again. */
@Injectable()
export class MailsService {
  constructor(
    private readonly db: Database,
    private readonly mails: MailsRepository,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether mails can be read by anybody: there is a server, or this is the demo, which shows them instead. */
  get available(): boolean {
    return this.mailer.enabled || this.config.demo;
  }

  /**
   * Posts a mail to a person's address. Nothing happens without an address, or where mails reach nobody.
   * @param address another than the person's own
   * @returns whether there is such a mail now
   */
  async postTo(tx: Tx, personId: string, content: MailContent, address?: string): Promise<boolean> {
    const person = await this.mails.findAddressee(tx, personId);
    const to = address ?? person?.email ?? null;
    if (person === null || to === null) return false;
    const { agencyId, name, sex, language } = person;
    return this.post(tx, { agencyId, personId, name, fullName: fullName(person), sex, address: to, language }, content);
  }

  /** Posts a mail; commits with the change that it tells of, and is sent once for each natural key. */
  async post(tx: Tx, to: MailRecipient, content: MailContent): Promise<boolean> {
    if (!this.available) return false;
    const now = this.clock.now();
    const held = !this.mailer.enabled;
    const mail: MailEntity = {
      id: newId(),
      agencyId: to.agencyId,
      personId: to.personId,
      toName: to.fullName,
      toAddress: to.address,
      greetingName: to.name,
      sex: to.sex,
      kind: content.kind,
      params: { ...content.params },
      link: content.link,
      secret: content.secret ?? null,
      language: to.language ?? (await this.settings.get(tx, to.agencyId, mailSettings)).language,
      state: held ? 'held' : 'waiting',
      attempts: 0,
      createdAt: now,
      nextTryAt: held ? null : now,
      leaseUntil: null,
      expiresAt: content.expiresAt ?? null,
      fault: null,
      answer: null,
      sentAt: null,
      naturalKey: content.naturalKey,
    };
    if ((await this.mails.insert(tx, mail)) && !held) await this.outbox.add(tx, sendMail, { mailId: mail.id });
    return true;
  }

  list(scope: OrgScope, filter: MailFilter, page: number, size: number): Promise<{ items: MailRecord[]; total: number }> {
    return this.mails.list(this.db, scope, filter, page, size);
  }

  count(scope: OrgScope, agencyId?: string) {
    return this.mails.count(this.db, scope, agencyId);
  }

  /** @throws Problem NOT_FOUND */
  async get(reader: Reader, id: string): Promise<MailRecord> {
    const found = await this.mails.find(reader, id);
    if (found === null) throw new Problem('NOT_FOUND');
    return found;
  }

  /** Where a mail lies in the tree of organisations; null for an unknown one. */
  pathOf(id: string): Promise<string | null> {
    return this.mails.findPath(this.db, id);
  }

  /** Can this mail be tried again by hand? Not when it was sent, nor when what it carries has expired. */
  mayGoAgain(mail: MailRecord): boolean {
    return this.mailer.enabled && ['failed', 'gave_up', 'held'].includes(mail.state) && (mail.expiresAt === null || mail.expiresAt > this.clock.now());
  }

  /**
   * Tries mails again at once.
   * @param ids null: all that failed
   * @param agencyId only mails of this agency
   * @returns how many are on their way
   * @throws Problem MAIL_NOT_CONFIGURED; MAIL_NOT_REPEATABLE for a single mail that was sent or has expired
   */
  async sendAgain(actor: Actor, ids: readonly string[] | null, agencyId?: string): Promise<number> {
    if (!this.mailer.enabled) throw new Problem('MAIL_NOT_CONFIGURED');
    return this.db.tx(async (tx) => {
      const again = await this.mails.updateAgain(tx, actor.scope('mail.manage'), ids, this.clock.now(), agencyId);
      if (ids !== null && again.length === 0) throw new Problem('MAIL_NOT_REPEATABLE');
      for (const mailId of again) await this.outbox.add(tx, sendMail, { mailId });
      await this.audit.record(tx, { actor, action: 'messages.mails-sent-again', subject: { kind: 'mail', id: ids?.[0] ?? null }, details: { count: again.length } });
      return again.length;
    });
  }
}
