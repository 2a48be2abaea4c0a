import { Injectable } from '@nestjs/common';
import { signedInOnNewDevice } from '@pamong/domain/accounts/accounts.jobs';
import { AccountMessages } from '@pamong/domain/messages/account-messages';
import { MailChannel } from '@pamong/domain/messages/mail.channel';
import { mailMessage } from '@pamong/domain/messages/messages.jobs';
import { Handles, On } from '../runtime/handler.decorators.js';

@Injectable()
export class MessagesHandlers {
  constructor(
    private readonly mail: MailChannel,
    private readonly account: AccountMessages,
  ) {}

  @Handles(mailMessage)
  async send({ personId, naturalKey }: { personId: string; naturalKey: string }): Promise<void> {
    await this.mail.send(personId, naturalKey);
  }

  @On(signedInOnNewDevice, 'messages.tell-of-new-device')
  async newDevice({ sessionId }: { sessionId: string }): Promise<void> {
    await this.account.newDevice(sessionId);
  }
}
