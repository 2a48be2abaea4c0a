import { Injectable } from '@nestjs/common';
import { EntryLimits } from '@pamong/domain/entry/entry-limits';
import { purgeEntry, sendPhoneCode } from '@pamong/domain/entry/entry.jobs';
import { OneTimeTokens } from '@pamong/domain/entry/one-time-tokens';
import { PhoneRegistrationsService } from '@pamong/domain/entry/phone-registrations.service';
import { Database } from '@pamong/platform/database/database';
import { Handles } from '../runtime/handler.decorators.js';

@Injectable()
export class EntryHandlers {
  constructor(
    private readonly limits: EntryLimits,
    private readonly tokens: OneTimeTokens,
    private readonly phones: PhoneRegistrationsService,
    private readonly db: Database,
  ) {}

  @Handles(purgeEntry)
  async purge(): Promise<void> {
    await this.limits.purge();
    await this.tokens.purge(this.db);
    await this.phones.purge();
  }

  @Handles(sendPhoneCode)
  async sendPhoneCode({ codeId }: { codeId: string }): Promise<void> {
    await this.phones.send(codeId);
  }
}
