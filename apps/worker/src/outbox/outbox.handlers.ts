import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { OutboxPurge, purgeOutbox } from '@pamong/platform/outbox/outbox-purge';
import type { JobContext } from '@pamong/platform/queue/handler-registry';
import { Handles } from '../runtime/handler.decorators.js';

@Injectable()
export class OutboxHandlers {
  private readonly purge: OutboxPurge;

  constructor(database: Database, clock: Clock) {
    this.purge = new OutboxPurge(database, clock);
  }

  @Handles(purgeOutbox)
  async purgeDispatched(_payload: Record<string, never>, { signal }: JobContext): Promise<void> {
    await this.purge.run(signal);
  }
}
