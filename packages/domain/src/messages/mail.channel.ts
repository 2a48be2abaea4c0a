import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { Mailer } from '@pamong/platform/mail/mailer';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { handledOnce } from '@pamong/platform/queue/handled-once';
import { PeopleService } from '../people/people.service.js';
import { InboxMessageEntity } from './inbox-message.entity.js';
import { MailTexts } from './mail-texts.js';
import type { Message, MessageChannel } from './message-channels.js';
import { MessageChannels } from './message-channels.js';
import { mailMessage } from './messages.jobs.js';

/** Mail beside the inbox, where there is a mail server and the person has an address. */
@Injectable()
export class MailChannel implements MessageChannel {
  readonly name = 'mail';

  constructor(
    channels: MessageChannels,
    private readonly db: Database,
    private readonly people: PeopleService,
    private readonly texts: MailTexts,
    private readonly outbox: Outbox,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    channels.add(this);
  }

  async deliver(tx: Tx, { personId, kind, naturalKey }: Message): Promise<void> {
    if (this.mailer.enabled && this.texts.has(kind)) await this.outbox.add(tx, mailMessage, { personId, naturalKey });
  }

  /** Sends one message of the inbox. It is marked as sent after the server took it: a crash in between repeats the same Message-ID. */
  async send(personId: string, naturalKey: string): Promise<void> {
    const message = await this.db.repository(InboxMessageEntity).findOneBy({ personId, naturalKey });
    if (message === null || (await this.wasSent(message.id))) return;
    const text = this.texts.compose(message.kind, message.params);
    const person = await this.people.get(this.db, personId);
    if (text === null || person.email === null) return;
    const salutation = `Yth. ${person.sex === null ? '' : person.sex === 'female' ? 'Ibu ' : 'Bapak '}${person.name},`;
    const link = message.link === null ? '' : `\n\n${this.config.publicUrl}${message.link}`;
    await this.mailer.send({
      to: { name: person.fullName, address: person.email },
      subject: text.subject,
      text: `${salutation}\n\n${text.body}${link}\n\nPamong\n`,
      id: message.id,
    });
    await this.db.tx((tx) => handledOnce(tx, mailMessage.name, message.id));
  }

  private async wasSent(messageId: string): Promise<boolean> {
    const rows = await this.db.query('select 1 from handled_job where job_name = $1 and key = $2', [mailMessage.name, messageId]);
    return rows.length > 0;
  }
}
