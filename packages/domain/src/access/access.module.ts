import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AccessService } from './access.service.js';
import { CallersRepository } from './callers.repository.js';
import { CallersService } from './callers.service.js';
import { MeService } from './me.service.js';

@Module({
  imports: [AuditModule],
  providers: [AccessService, CallersService, CallersRepository, MeService],
  exports: [AccessService, CallersService, MeService],
})
export class AccessModule {}
