import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AccessService } from './access.service.js';
import { CallersRepository } from './callers.repository.js';
import { CallersService } from './callers.service.js';
import { MeService } from './me.service.js';

@Module({
  imports: [AuditModule, OrganisationsModule, PeopleModule],
  providers: [AccessService, CallersService, CallersRepository, MeService],
  exports: [AccessService, CallersService, MeService],
})
export class AccessModule {}
