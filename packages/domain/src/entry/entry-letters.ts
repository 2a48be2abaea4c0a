import { Injectable } from '@nestjs/common';
import type { Tx } from '@pamong/platform/database/database';
import { MailTexts } from '../messages/mail-texts.js';
import { MailsService } from '../messages/mails.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import type { NameParts } from '../people/names.rules.js';
import { fullName } from '../people/names.rules.js';
import { PeopleService } from '../people/people.service.js';
import { entryMails } from './mails/entry-mails.js';

/** One-time links travel behind the `#`, so these are all the addresses that a server log ever sees. */
export const choosePasswordPath = '/atur-sandi';
export const confirmEmailPath = '/pastikan-surel';

/** A link that was made for somebody. */
export interface Link {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Somebody who registers. */
export interface Newcomer extends NameParts {
  readonly agencyId: string;
  readonly email: string;
  readonly language: 'id' | 'en';
}

/** Writes the letters that carry one-time links. */
@Injectable()
export class EntryLetters {
  constructor(
    private readonly mails: MailsService,
    private readonly people: PeopleService,
    private readonly organisations: OrganisationsService,
    texts: MailTexts,
  ) {
    texts.add('entry.reset', entryMails.reset);
    texts.add('entry.invite', entryMails.invite);
    texts.add('entry.password-chosen', entryMails.passwordChosen);
    texts.add('entry.email-change', entryMails.emailChange);
    texts.add('entry.email-changed', entryMails.emailChanged);
    texts.add('entry.register', entryMails.register);
    texts.add('entry.already-known', entryMails.alreadyKnown);
  }

  /** Whether letters reach anybody here. */
  get available(): boolean {
    return this.mails.available;
  }

  reset(tx: Tx, personId: string, link: Link): Promise<boolean> {
    return this.send(tx, personId, 'entry.reset', choosePasswordPath, link, {});
  }

  /** @param by full name of whoever invites */
  invite(tx: Tx, personId: string, link: Link, by: string, agency: string): Promise<boolean> {
    return this.send(tx, personId, 'entry.invite', choosePasswordPath, link, { by, agency });
  }

  /** To the new address, which is not the person's yet. */
  confirmEmail(tx: Tx, personId: string, link: Link, address: string): Promise<boolean> {
    return this.send(tx, personId, 'entry.email-change', confirmEmailPath, link, {}, address);
  }

  /** To somebody who is no person of the installation yet. */
  async register(tx: Tx, to: Newcomer, link: Link): Promise<boolean> {
    const { agencyId, name, email, language } = to;
    const { timeZone } = await this.organisations.get(tx, agencyId);
    const content = { kind: 'entry.register', params: { until: moment(link.expiresAt, timeZone) }, link: choosePasswordPath, secret: link.token, expiresAt: link.expiresAt, naturalKey: `entry.register:${link.id}` };
    return this.mails.post(tx, { agencyId, personId: null, name, fullName: fullName(to), sex: null, address: email, language }, content);
  }

  /** To somebody who registers though there is an account. */
  alreadyKnown(tx: Tx, personId: string, key: string): Promise<boolean> {
    return this.mails.postTo(tx, personId, { kind: 'entry.already-known', params: {}, link: '/masuk', naturalKey: `entry.already-known:${key}` });
  }

  /** @param key makes the letter one for this occasion */
  passwordChosen(tx: Tx, personId: string, key: string): Promise<boolean> {
    return this.mails.postTo(tx, personId, { kind: 'entry.password-chosen', params: {}, link: '/profil', naturalKey: `entry.password-chosen:${key}` });
  }

  /** To the old address, so that whoever lost control of the account learns of it. */
  emailChanged(tx: Tx, personId: string, oldAddress: string, newAddress: string, key: string): Promise<boolean> {
    const masked = newAddress.replace(/^(.).*(@.*)$/, '$1•••$2');
    return this.mails.postTo(tx, personId, { kind: 'entry.email-changed', params: { masked }, link: '/profil', naturalKey: `entry.email-changed:${key}` }, oldAddress);
  }

  private async send(tx: Tx, personId: string, kind: string, path: string, link: Link, params: Record<string, string>, address?: string): Promise<boolean> {
    const { timeZone } = await this.people.get(tx, personId);
    const content = { kind, params: { ...params, until: moment(link.expiresAt, timeZone) }, link: path, secret: link.token, expiresAt: link.expiresAt, naturalKey: `${kind}:${link.id}` };
    return this.mails.postTo(tx, personId, content, address);
  }
}

const labels: Readonly<Record<string, string>> = { 'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };

/** `22/11/2026 09.00 WIB`: read alike in both languages, since one row may be sent in either. */
function moment(at: Date, timeZone: string): string {
  const text = new Intl.DateTimeFormat('id-ID', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(',', '');
  return `${text} ${labels[timeZone] ?? timeZone}`;
}
