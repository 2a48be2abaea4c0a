import { Injectable } from '@nestjs/common';
import { purgeSignInFailures } from '@pamong/domain/accounts/accounts.jobs';
import { SignInLimits } from '@pamong/domain/accounts/sign-in-limits';
import { SignInService } from '@pamong/domain/accounts/sign-in.service';
import { SignOnService } from '@pamong/domain/accounts/sign-on.service';
import { Handles } from '../runtime/handler.decorators.js';

@Injectable()
export class AccountsHandlers {
  constructor(
    private readonly limits: SignInLimits,
    private readonly signIns: SignInService,
    private readonly signOn: SignOnService,
  ) {}

  @Handles(purgeSignInFailures)
  async purge(): Promise<void> {
    await this.limits.purge();
    await this.signIns.purge();
    await this.signOn.purge();
  }
}
