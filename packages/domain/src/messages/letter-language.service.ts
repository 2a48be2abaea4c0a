import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Database } from '@pamong/platform/database/database';
import type { Actor } from '../access/actor.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { mailSettings } from './mail-settings.js';
import type { MailLanguage } from './mail-texts.js';

/** In which language letters are written: the agency decides, and whoever wants it otherwise chooses. */
@Injectable()
export class LetterLanguageService {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsService,
    private readonly accounts: AccountsService,
    private readonly organisations: OrganisationsService,
    private readonly audit: AuditService,
  ) {}

  /** The language of an agency. */
  async ofAgency(agencyId: string): Promise<MailLanguage> {
    return (await this.settings.get(this.db, agencyId, mailSettings)).language;
  }

  /** May the actor decide for the whole agency? */
  async mayDecide(actor: Actor, agencyId: string): Promise<boolean> {
    return actor.can('mail.manage', (await this.organisations.get(this.db, agencyId)).path);
  }

  /** Counts for letters from now on. @throws Problem NOT_ALLOWED to who looks after a unit only */
  async decide(actor: Actor, agencyId: string, language: MailLanguage): Promise<void> {
    if (!(await this.mayDecide(actor, agencyId))) throw new Problem('NOT_ALLOWED');
    await this.db.tx(async (tx) => {
      const before = await this.settings.get(tx, agencyId, mailSettings);
      await this.settings.set(tx, agencyId, mailSettings, { ...before, language });
      await this.audit.record(tx, { actor, agencyId, action: 'messages.language-set', subject: { kind: 'organisation', id: agencyId }, details: { before: before.language, after: language } });
    });
  }

  /** What a person has chosen; null: they follow the agency. */
  async ofPerson(personId: string): Promise<MailLanguage | null> {
    return this.accounts.languageOf(this.db, personId);
  }

  async choose(personId: string, language: MailLanguage | null): Promise<void> {
    await this.db.tx((tx) => this.accounts.chooseLanguage(tx, personId, language));
  }
}
