import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import type { MailFault } from '@pamong/platform/mail/mail-failure';
import { MailFailure, mailFailure } from '@pamong/platform/mail/mail-failure';
import { Mailer } from '@pamong/platform/mail/mailer';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { OrganisationsService } from '../organisations/organisations.service.js';
import type { MailOccasion } from './mail-frame.rules.js';
import { htmlMail, plainMail } from './mail-frame.rules.js';
import { nextTry } from './mail-retry.rules.js';
import type { MailLanguage } from './mail-texts.js';
import { MailTexts } from './mail-texts.js';
import { testMail } from './mails/test-mail.js';
import type { MailRecord } from './mails.service.js';
import { MailsRepository } from './mails.repository.js';
import { sendMail } from './messages.jobs.js';

/** Longer than the longest talk with a server; a worker that was killed in the middle holds its mail so long. */
const leaseMs = 120_000;
/** How late a mail may be before the sweep takes its job for lost. */
const lateMs = 120_000;
const sweepSize = 500;

/** What came of a test mail: what the server said, or why it did not take it. */
export type TestOutcome = { readonly sent: true; readonly answer: string } | { readonly sent: false; readonly fault: MailFault | 'not_configured'; readonly answer: string | null };

/** Composes mails and hands them to the server. */
@Injectable()
export class MailSender {
  constructor(
    private readonly db: Database,
    private readonly mails: MailsRepository,
    private readonly texts: MailTexts,
    private readonly organisations: OrganisationsService,
    private readonly outbox: Outbox,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    texts.add('messages.test', testMail);
  }

  /**
   * One try for one mail, if it is due. It counts as sent after the server took it, so a crash in between repeats the same
   * Message-ID, which is as far as SMTP can promise once.
   */
  async send(mailId: string): Promise<void> {
    const now = this.clock.now();
    const mail = await this.mails.claim(this.db, mailId, now, new Date(now.getTime() + leaseMs));
    if (mail === null) return;
    if (mail.expiresAt !== null && mail.expiresAt <= now) {
      await this.mails.updateFailed(this.db, mailId, 'expired', null, null);
      return;
    }
    try {
      const { subject, text, html } = await this.compose(mail);
      const answer = await this.mailer.send({ to: { name: mail.toName, address: mail.toAddress }, subject, text, html, id: mail.id });
      await this.mails.updateSent(this.db, mailId, answer, this.clock.now());
    } catch (error) {
      await this.fail(mail, error instanceof MailFailure ? error : mailFailure(error));
    }
  }

  private fail(mail: MailRecord, { fault, permanent, answer }: MailFailure): Promise<void> {
    return this.db.tx(async (tx) => {
      const at = nextTry(mail, permanent, this.clock.now());
      await this.mails.updateFailed(tx, mail.id, fault, answer, at);
      if (at !== null) await this.outbox.add(tx, sendMail, { mailId: mail.id }, { notBefore: at });
    });
  }

  /** Gives mails whose job was lost a new one. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.mails.eraseSecrets(this.db, now);
    const overdue = await this.mails.listOverdue(this.db, new Date(now.getTime() - lateMs), now, sweepSize);
    if (overdue.length === 0) return;
    await this.db.tx(async (tx) => {
      for (const mailId of overdue) await this.outbox.add(tx, sendMail, { mailId });
    });
  }

  /**
   * The mail as it is sent, or as a screen shows it.
   * @param options.withSecret false leaves the one-time part of the link out: whoever reads along must not be able to use it
   */
  async compose(mail: MailRecord, { withSecret = true } = {}): Promise<{ subject: string; text: string; html: string; link: string | null }> {
    const words = this.texts.compose(mail.kind, mail.language, mail.params);
    if (words === null) throw new Error(`There is no mail text for ${mail.kind}`);
    const link = mail.link === null ? null : `${this.config.publicUrl}${mail.link}${withSecret && mail.secret !== null ? `#${mail.secret}` : ''}`;
    const { name: agency } = await this.organisations.get(this.db, mail.agencyId);
    const occasion: MailOccasion = { language: mail.language, words, name: mail.greetingName, sex: mail.sex, link, agency };
    return { subject: words.subject, text: plainMail(occasion), html: htmlMail(occasion), link };
  }

  subjectOf(mail: MailRecord): string {
    return this.texts.compose(mail.kind, mail.language, mail.params)?.subject ?? mail.kind;
  }

  /** Sends a mail to an address now and answers with what the server said; nothing is stored. */
  async sendTest(address: string, language: MailLanguage, agency: string): Promise<TestOutcome> {
    if (!this.mailer.enabled) return { sent: false, fault: 'not_configured', answer: null };
    const words = this.texts.compose('messages.test', language, { server: this.mailer.server ?? '' });
    if (words === null) throw new Error('The test mail has no text');
    const occasion: MailOccasion = { language, words, name: address, sex: null, link: this.config.publicUrl, agency };
    try {
      const answer = await this.mailer.send({ to: { name: address, address }, subject: words.subject, text: plainMail(occasion), html: htmlMail(occasion), id: newId() });
      return { sent: true, answer };
    } catch (error) {
      const { fault, answer } = error instanceof MailFailure ? error : mailFailure(error);
      return { sent: false, fault, answer };
    }
  }
}
