import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { maxImportRows } from '@pamong/contract/import-limits';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { readSpreadsheet } from '@pamong/platform/spreadsheet/read-spreadsheet';
import type { SheetRow } from '@pamong/platform/spreadsheet/sheet';
import { SpreadsheetFault, defaultLimits } from '@pamong/platform/spreadsheet/sheet';
import { Storage } from '@pamong/platform/storage/storage';
import type { StorageKey } from '@pamong/platform/storage/storage';
import { SettingsService } from '../settings/settings.service.js';
import type { ImportBatchEntity } from './import-batch.entity.js';
import type { BatchRow } from './import-batches.repository.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportNews } from './import-news.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { rememberedColumns } from './import-settings.js';
import { ImportSubjects } from './import-subjects.js';
import { findHeader, headersOf, matchColumns, missingColumns } from './mapping.rules.js';

const chunk = 500;

/** The dry run, in the worker. */
@Injectable()
export class ImportCheckService {
  constructor(
    private readonly db: Database,
    private readonly batches: ImportBatchesRepository,
    private readonly rows: ImportRowsRepository,
    private readonly subjects: ImportSubjects,
    private readonly settings: SettingsService,
    private readonly storage: Storage,
    private readonly news: ImportNews,
    private readonly clock: Clock,
  ) {}

  /** Reads the file of a batch and notes what each row would do; an outdated run, or a batch that has gone on, changes nothing. */
  async check(batchId: string, run: number): Promise<void> {
    const batch = await this.batches.find(this.db, batchId);
    if (batch === null || batch.state !== 'checking' || batch.run !== run || batch.fileKey === null) return;
    const table = await this.read(batch.fileKey);
    if (table instanceof SpreadsheetFault) return this.end(batch, { state: 'refused', refusal: { reason: table.reason, params: table.params } });

    const subject = this.subjects.of(batch.kind);
    const remembered = (await this.settings.get(this.db, batch.agencyId, rememberedColumns))[batch.kind];
    const header = findHeader(table, subject.columns, remembered);
    const headers = headersOf(table, header);
    // What a person has matched for this very file goes before everything else.
    const mapping = Object.keys(batch.mapping).length > 0 ? batch.mapping : matchColumns(subject.columns, headers.map(({ title }) => title), remembered);
    table.splice(0, header + 1);
    if (table.length === 0) return this.end(batch, { state: 'refused', headers, refusal: { reason: 'NO_ROWS', params: {} } });
    if (missingColumns(subject.columns, mapping).length > 0) return this.end(batch, { state: 'mapping', headers, mapping });

    const total = table.length;
    await this.progress(batch, 0, total);
    const checked = await subject.check(this.subjects.placeOf(batch), table, mapping);
    const written = await this.db.tx(async (tx) => {
      await this.rows.clear(tx, batchId);
      for (let at = 0; at < checked.length; at += chunk) {
        await this.rows.insert(tx, batchId, checked.slice(at, at + chunk));
        // Not in the transaction, so that whoever watches sees it now.
        await this.progress(batch, Math.min(at + chunk, checked.length), checked.length);
      }
      const now = await this.batches.lock(tx, batchId);
      if (now?.state !== 'checking' || now.run !== run) return false;
      await this.batches.update(tx, batchId, { state: 'checked', headers, mapping, done: checked.length, total: checked.length, checkedAt: this.clock.now() });
      await this.news.tell(tx, now, 'checked', checked.length, checked.length);
      return true;
    });
    if (!written) await this.forget(batch, run);
  }

  /** After the last try: says that it is our fault, so that nobody waits for it. */
  async giveUp(batchId: string, run: number): Promise<void> {
    const batch = await this.batches.find(this.db, batchId);
    if (batch?.state === 'checking' && batch.run === run) await this.end(batch, { state: 'failed' });
  }

  private async read(fileKey: string): Promise<SheetRow[] | SpreadsheetFault> {
    try {
      return await readSpreadsheet(await buffer(await this.storage.read(fileKey as StorageKey)), { ...defaultLimits, rows: maxImportRows + 1 });
    } catch (error) {
      if (error instanceof SpreadsheetFault) return error;
      throw error;
    }
  }

  private async end(batch: BatchRow, change: Partial<Omit<ImportBatchEntity, 'id'>>): Promise<void> {
    await this.db.tx(async (tx) => {
      const now = await this.batches.lock(tx, batch.id);
      if (now?.state !== 'checking' || now.run !== batch.run) return;
      await this.batches.update(tx, batch.id, { ...change, checkedAt: this.clock.now(), done: 0, total: 0 });
      await this.news.tell(tx, now, change.state ?? now.state, 0, 0);
    });
  }

  private async progress(batch: BatchRow, done: number, total: number): Promise<void> {
    await this.batches.updateProgress(this.db, batch.id, 'checking', batch.run, done, total);
    await this.news.tell(this.db, batch, 'checking', done, total);
  }

  /** The batch went away or to a newer run while this one wrote: a newer run clears the rows itself. */
  private async forget(batch: BatchRow, run: number): Promise<void> {
    const now = await this.batches.find(this.db, batch.id);
    if (now !== null && now.run === run) await this.db.tx((tx) => this.rows.clear(tx, batch.id));
  }
}
