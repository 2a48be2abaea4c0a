import { Injectable } from '@nestjs/common';
import { deviceName } from '@pamong/contract/device-name';
import { Database } from '@pamong/platform/database/database';
import { SessionsService } from '../accounts/sessions.service.js';
import { MailTexts } from './mail-texts.js';
import { accountMails } from './mails/account-mails.js';
import { MessagesService } from './messages.service.js';

/** Tells people what happened to their account, so that they notice what they did not do themselves. */
@Injectable()
export class AccountMessages {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionsService,
    private readonly messages: MessagesService,
    texts: MailTexts,
  ) {
    texts.add('accounts.new-device', accountMails.newDevice);
    texts.add('accounts.second-factor-on', accountMails.secondFactorOn);
    texts.add('accounts.second-factor-off', accountMails.secondFactorOff);
  }

  /** @param changeId identifies the change, so that a repeated delivery is one message */
  async changed(changeId: string, personId: string, change: string): Promise<void> {
    await this.db.tx((tx) => this.messages.deliver(tx, { personId, kind: `accounts.${change}`, params: {}, link: '/profil', naturalKey: `accounts.${change}:${changeId}` }));
  }

  /** A sign-in with a browser that the account had not been used with. */
  async newDevice(sessionId: string): Promise<void> {
    const session = await this.sessions.findOwner(sessionId);
    if (session === null) return;
    const { browser, system } = deviceName(session.userAgent);
    const device = [browser, system].filter((part) => part !== null).join(', ') || 'peramban lain';
    await this.db.tx((tx) =>
      this.messages.deliver(tx, {
        personId: session.personId,
        kind: 'accounts.new-device',
        params: { device, address: session.address },
        link: '/profil',
        naturalKey: `accounts.new-device:${sessionId}`,
      }),
    );
  }
}
