import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SetupService } from './setup.service.js';

@Module({ imports: [AuditModule, OrganisationsModule, PeopleModule, AccountsModule, AccessModule], providers: [SetupService], exports: [SetupService] })
export class SetupModule {}
