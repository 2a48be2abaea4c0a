import { Injectable } from '@nestjs/common';
import type { Tx } from '@pamong/platform/database/database';
import { MailTexts } from './mail-texts.js';
import { MailsService } from './mails.service.js';
import type { Message, MessageChannel } from './message-channels.js';
import { MessageChannels } from './message-channels.js';

/** Mail beside the inbox, for kinds that are worth one and people who have an address. */
@Injectable()
export class MailChannel implements MessageChannel {
  readonly name = 'mail';

  constructor(
    channels: MessageChannels,
    private readonly mails: MailsService,
    private readonly texts: MailTexts,
  ) {
    channels.add(this);
  }

  async deliver(tx: Tx, { personId, kind, params, link, naturalKey }: Message): Promise<void> {
    if (this.texts.has(kind)) await this.mails.postTo(tx, personId, { kind, params, link, naturalKey: `${personId}:${naturalKey}` });
  }
}
