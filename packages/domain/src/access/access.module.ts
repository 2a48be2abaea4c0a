import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { AccessService } from './access.service.js';
import { CallersRepository } from './callers.repository.js';
import { CallersService } from './callers.service.js';
import { ExplanationsRepository } from './explanations.repository.js';
import { ExplanationsService } from './explanations.service.js';
import { MeService } from './me.service.js';
import { PermissionSources } from './permission-sources.js';
import { PlatformAdminSignOnCheck } from './platform-admin.sign-on-check.js';
import { RoleAssignmentsRepository } from './role-assignments.repository.js';
import { RoleAssignmentsService } from './role-assignments.service.js';
import { RolesOfUnits } from './roles-of-units.js';

@Module({
  imports: [AuditModule, AccountsModule, OrganisationsModule],
  providers: [
    AccessService, CallersService, CallersRepository, ExplanationsService, ExplanationsRepository, MeService, PermissionSources, PlatformAdminSignOnCheck,
    RoleAssignmentsService, RoleAssignmentsRepository, RolesOfUnits,
  ],
  exports: [AccessService, CallersService, ExplanationsService, MeService, PermissionSources, RoleAssignmentsService],
})
export class AccessModule {}
