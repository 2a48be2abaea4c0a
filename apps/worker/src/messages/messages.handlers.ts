import { Injectable } from '@nestjs/common';
import { MailChannel } from '@pamong/domain/messages/mail.channel';
import { mailMessage } from '@pamong/domain/messages/messages.jobs';
import { Handles } from '../runtime/handler.decorators.js';

@Injectable()
export class MessagesHandlers {
  constructor(private readonly mail: MailChannel) {}

  @Handles(mailMessage)
  async send({ personId, naturalKey }: { personId: string; naturalKey: string }): Promise<void> {
    await this.mail.send(personId, naturalKey);
  }
}
