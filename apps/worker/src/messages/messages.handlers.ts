import { Injectable } from '@nestjs/common';
import { accountChanged, signedInOnNewDevice } from '@pamong/domain/accounts/accounts.jobs';
import { AccountMessages } from '@pamong/domain/messages/account-messages';
import { MailSender } from '@pamong/domain/messages/mail-sender';
import { sendMail, sweepMails } from '@pamong/domain/messages/messages.jobs';
import { Handles, On } from '../runtime/handler.decorators.js';

@Injectable()
export class MessagesHandlers {
  constructor(
    private readonly mails: MailSender,
    private readonly account: AccountMessages,
  ) {}

  @Handles(sendMail)
  async send({ mailId }: { mailId: string }): Promise<void> {
    await this.mails.send(mailId);
  }

  @Handles(sweepMails)
  async sweep(): Promise<void> {
    await this.mails.sweep();
  }

  @On(accountChanged, 'messages.tell-of-account-change')
  async accountChanged({ id, personId, change }: { id: string; personId: string; change: string }): Promise<void> {
    await this.account.changed(id, personId, change);
  }

  @On(signedInOnNewDevice, 'messages.tell-of-new-device')
  async newDevice({ sessionId }: { sessionId: string }): Promise<void> {
    await this.account.newDevice(sessionId);
  }
}
