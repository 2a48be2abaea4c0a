import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { AccessService } from './access.service.js';
import { CallersRepository } from './callers.repository.js';
import { CallersService } from './callers.service.js';
import { MeService } from './me.service.js';
import { RoleAssignmentsRepository } from './role-assignments.repository.js';
import { RoleAssignmentsService } from './role-assignments.service.js';
import { RolesOfUnits } from './roles-of-units.js';

@Module({
  imports: [AuditModule, OrganisationsModule],
  providers: [AccessService, CallersService, CallersRepository, MeService, RoleAssignmentsService, RoleAssignmentsRepository, RolesOfUnits],
  exports: [AccessService, CallersService, MeService, RoleAssignmentsService],
})
export class AccessModule {}
