import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AccountsService } from './accounts.service.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordsRepository } from './passwords.repository.js';
import { PasswordsService } from './passwords.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimits } from './sign-in-limits.js';

@Module({
  imports: [AuditModule, PeopleModule],
  providers: [AccountsService, PasswordHasher, PasswordsRepository, PasswordsService, SessionsRepository, SessionsService, SignInLimits],
  exports: [AccountsService, PasswordHasher, PasswordsService, SessionsService, SignInLimits],
})
export class AccountsModule {}
