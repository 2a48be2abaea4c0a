import { Injectable } from '@nestjs/common';
import { ImportApplyService } from '@pamong/domain/imports/import-apply.service';
import { ImportCheckService } from '@pamong/domain/imports/import-check.service';
import { applyImport, checkImport, inviteNewcomers, purgeImports, undoImport } from '@pamong/domain/imports/imports.jobs';
import { ImportNewcomersService } from '@pamong/domain/imports/import-newcomers.service';
import { ImportsService } from '@pamong/domain/imports/imports.service';
import type { JobContext } from '@pamong/platform/queue/handler-registry';
import { Handles } from '../runtime/handler.decorators.js';

@Injectable()
export class ImportsHandlers {
  constructor(
    private readonly checks: ImportCheckService,
    private readonly applies: ImportApplyService,
    private readonly imports: ImportsService,
    private readonly newcomers: ImportNewcomersService,
  ) {}

  @Handles(checkImport)
  async check({ batchId, run }: { batchId: string; run: number }, context: JobContext): Promise<void> {
    try {
      await this.checks.check(batchId, run);
    } catch (error) {
      if (context.lastAttempt) await this.checks.giveUp(batchId, run);
      throw error;
    }
  }

  @Handles(applyImport)
  async apply({ batchId }: { batchId: string }, { signal }: JobContext): Promise<void> {
    await this.applies.apply(batchId, signal);
  }

  @Handles(undoImport)
  async undo({ batchId }: { batchId: string }, { signal }: JobContext): Promise<void> {
    await this.applies.undo(batchId, signal);
  }

  @Handles(inviteNewcomers)
  async invite({ batchId }: { batchId: string }, { signal, lastAttempt }: JobContext): Promise<void> {
    try {
      await this.newcomers.run(batchId, signal);
    } catch (error) {
      if (lastAttempt) await this.newcomers.giveUp(batchId);
      throw error;
    }
  }

  @Handles(purgeImports)
  async purge(): Promise<void> {
    await this.imports.purge();
  }
}
