import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { AccountsMerger } from './accounts.merger.js';
import { AccountsService } from './accounts.service.js';
import { IdentityProvider } from './identity-provider.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordsRepository } from './passwords.repository.js';
import { PasswordsService } from './passwords.service.js';
import { ProviderTrial } from './provider-trial.js';
import { SecondFactorDemands } from './second-factor-demands.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignInService } from './sign-in.service.js';
import { SignOnChecks } from './sign-on-checks.js';
import { SignOnLinksService } from './sign-on-links.service.js';
import { SignOnSessions } from './sign-on-sessions.js';
import { SignOnTrail } from './sign-on-trail.js';
import { SignOnRepository } from './sign-on.repository.js';
import { SignOnService } from './sign-on.service.js';
import { SignOnSettingsService } from './sign-on-settings.service.js';
import { VerifiedPhones } from './verified-phones.js';
import { VouchedAddresses } from './vouched-addresses.js';

@Module({
  imports: [AuditModule, SettingsModule, PeopleModule],
  providers: [
    AccountsMerger, AccountsService, PasswordHasher, PasswordsRepository, PasswordsService, SessionsRepository, SessionsService, SignInLimits,
    SecondFactorDemands, SecondFactorRepository, SecondFactorService, SignInService, IdentityProvider, ProviderTrial, SignOnChecks, SignOnLinksService, SignOnRepository, SignOnService, SignOnSessions, SignOnSettingsService, SignOnTrail, VerifiedPhones, VouchedAddresses,
  ],
  exports: [AccountsService, PasswordHasher, PasswordsService, SessionsService, SignInLimits, SecondFactorDemands, SecondFactorService, SignInService, SignOnChecks, SignOnLinksService, SignOnService, SignOnSettingsService, SignOnTrail, VerifiedPhones, VouchedAddresses],
})
export class AccountsModule {}
