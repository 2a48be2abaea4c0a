import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { AccountsService } from './accounts.service.js';
import { PasswordHasher } from './password-hasher.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimits } from './sign-in-limits.js';

@Module({
  imports: [PeopleModule],
  providers: [AccountsService, PasswordHasher, SessionsRepository, SessionsService, SignInLimits],
  exports: [AccountsService, SessionsService, SignInLimits],
})
export class AccountsModule {}
