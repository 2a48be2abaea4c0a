import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { ActivationCodesService } from './activation-codes.service.js';
import { EmailChangesService } from './email-changes.service.js';
import { EntryLetters } from './entry-letters.js';
import { EntryLimits } from './entry-limits.js';
import { EntryMerger } from './entry.merger.js';
import { EntryRepository } from './entry.repository.js';
import { InvitationsService } from './invitations.service.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { OutsiderJoiningService } from './outsider-joining.service.js';
import { OutsidersRepository } from './outsiders.repository.js';
import { OutsidersService } from './outsiders.service.js';
import { PersonGroups } from './person-groups.js';
import { PasswordLinksService } from './password-links.service.js';
import { PhoneCodesRepository } from './phone-codes.repository.js';
import { PhoneRegistrationsService } from './phone-registrations.service.js';
import { ReachService } from './reach.js';

@Module({
  imports: [AuditModule, SettingsModule, OrganisationsModule, PeopleModule, AccountsModule, AccessModule, MessagesModule],
  providers: [EntryMerger, OutsiderJoiningService, EntryRepository, EntryLetters, EntryLimits, OneTimeTokens, PersonGroups, ReachService, PasswordLinksService, InvitationsService, ActivationCodesService, EmailChangesService, OutsidersRepository, OutsidersService, PhoneCodesRepository, PhoneRegistrationsService],
  exports: [PersonGroups, ReachService, EntryLetters, EntryLimits, OneTimeTokens, PasswordLinksService, InvitationsService, ActivationCodesService, EmailChangesService, OutsidersService, PhoneRegistrationsService],
})
export class EntryModule {}
