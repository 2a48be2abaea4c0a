import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AccessService } from './access.service.js';
import { ActingRepository } from './acting.repository.js';
import { ActingService } from './acting.service.js';
import { CallersRepository } from './callers.repository.js';
import { CallersService } from './callers.service.js';
import { DelegationsRepository } from './delegations.repository.js';
import { DelegationsService } from './delegations.service.js';
import { ExplanationsRepository } from './explanations.repository.js';
import { ExplanationsService } from './explanations.service.js';
import { HoldersService } from './holders.service.js';
import { LastAdmins } from './last-admins.js';
import { MeService } from './me.service.js';
import { PermissionSources } from './permission-sources.js';
import { PlatformAdminSignOnCheck } from './platform-admin.sign-on-check.js';
import { RightsService } from './rights.service.js';
import { RoleAssignmentsRepository } from './role-assignments.repository.js';
import { RoleAssignmentsService } from './role-assignments.service.js';
import { RolesMerger } from './roles.merger.js';
import { RolesOfPeople } from './roles-of-people.js';
import { RolesOfUnits } from './roles-of-units.js';
import { SecondFactorRuleService } from './second-factor-rule.service.js';
import { SettingsModule } from '../settings/settings.module.js';

@Module({
  imports: [AuditModule, SettingsModule, AccountsModule, OrganisationsModule, PeopleModule],
  providers: [
    AccessService, ActingService, ActingRepository, CallersService, CallersRepository, DelegationsService, DelegationsRepository, ExplanationsService,
    ExplanationsRepository, HoldersService, LastAdmins, MeService, PermissionSources, PlatformAdminSignOnCheck, RightsService, RoleAssignmentsService, RoleAssignmentsRepository, RolesMerger, RolesOfPeople, RolesOfUnits,
    SecondFactorRuleService,
  ],
  exports: [
    AccessService, ActingService, CallersService, DelegationsService, ExplanationsService, HoldersService, MeService, PermissionSources, RightsService, RoleAssignmentsService,
    SecondFactorRuleService,
  ],
})
export class AccessModule {}
