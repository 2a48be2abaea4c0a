import { Injectable } from '@nestjs/common';
import { EntryLimits } from '@pamong/domain/entry/entry-limits';
import { purgeEntry } from '@pamong/domain/entry/entry.jobs';
import { OneTimeTokens } from '@pamong/domain/entry/one-time-tokens';
import { Database } from '@pamong/platform/database/database';
import { Handles } from '../runtime/handler.decorators.js';

@Injectable()
export class EntryHandlers {
  constructor(
    private readonly limits: EntryLimits,
    private readonly tokens: OneTimeTokens,
    private readonly db: Database,
  ) {}

  @Handles(purgeEntry)
  async purge(): Promise<void> {
    await this.limits.purge();
    await this.tokens.purge(this.db);
  }
}
