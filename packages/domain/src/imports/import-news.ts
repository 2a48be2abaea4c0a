import { Injectable } from '@nestjs/common';
import type { ImportState } from '@pamong/contract/imports';
import type { Reader } from '@pamong/platform/database/database';
import { Live } from '@pamong/platform/live/live';
import type { BatchRow } from './import-batches.repository.js';

/** Tells the open pages of whoever began the import how far it is. */
@Injectable()
export class ImportNews {
  constructor(private readonly live: Live) {}

  async tell(reader: Reader, batch: BatchRow, state: ImportState, done: number, total: number): Promise<void> {
    await this.live.send(reader, { personId: batch.createdBy, topic: 'imports.progress', payload: { batchId: batch.id, state, done, total } });
  }
}
