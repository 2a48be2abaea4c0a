import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ImportKind } from '@pamong/contract/imports';
import { maxImportBytes, undoDays } from '@pamong/contract/import-limits';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { Storage, storageKey } from '@pamong/platform/storage/storage';
import type { StorageKey } from '@pamong/platform/storage/storage';
import type { Actor } from '../access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { SettingsService } from '../settings/settings.service.js';
import type { BatchRow } from './import-batches.repository.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { rememberedColumns } from './import-settings.js';
import { ImportSubjects } from './import-subjects.js';
import { applyImport, checkImport, undoImport } from './imports.jobs.js';
import { fits, missingColumns, remember } from './mapping.rules.js';

const dayMs = 86_400_000;

/** What people do with imports; the work itself is done by jobs. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly db: Database,
    private readonly batches: ImportBatchesRepository,
    private readonly rows: ImportRowsRepository,
    private readonly subjects: ImportSubjects,
    private readonly settings: SettingsService,
    private readonly storage: Storage,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a file in and lets the worker look at it.
   * @throws Problem IMPORT_FILE_EMPTY, IMPORT_FILE_TOO_LARGE; NOT_ALLOWED for who may import nowhere
   */
  async upload(actor: Actor, kind: ImportKind, fileName: string, content: Readable): Promise<string> {
    const place = await this.placeOf(actor);
    // Units are the tree itself: whoever may not change it by hand may not change it by a file.
    if (kind === 'units' && !actor.can('unit.manage', place.path)) throw new Problem('NOT_ALLOWED');
    const id = newId();
    const fileKey = storageKey('imports', place.agencyId, id);
    const { bytes } = await this.storage.put(fileKey, Readable.from(limited(content)));
    if (bytes === 0) {
      await this.storage.remove(fileKey);
      throw new Problem('IMPORT_FILE_EMPTY');
    }
    await this.db.tx(async (tx) => {
      await this.batches.insert(tx, {
        id, agencyId: place.agencyId, organisationId: place.id, kind, state: 'checking', fileName, fileBytes: bytes, fileKey, refusal: null, headers: [], mapping: {},
        run: 1, done: 0, total: 0, effectiveOn: null, createdBy: actor.personId, createdAt: this.clock.now(), checkedAt: null, appliedAt: null, undoneAt: null, invitingBy: null,
      });
      await this.audit.record(tx, { actor, agencyId: place.agencyId, action: 'imports.uploaded', subject: { kind: 'import', id }, details: { kind, bytes } });
      await this.outbox.add(tx, checkImport, { batchId: id, run: 1 });
    });
    return id;
  }

  /** ltree path of the place that a batch works in; null where there is none. */
  async findPath(id: string): Promise<string | null> {
    return (await this.batches.find(this.db, id))?.path ?? null;
  }

  /**
   * Matches columns by hand, remembers it for the agency, and runs the dry run again.
   * @throws Problem IMPORT_BUSY, IMPORT_COLUMNS_MISSING
   */
  async map(actor: Actor, id: string, mapping: Readonly<Record<string, number>>): Promise<void> {
    await this.db.tx(async (tx) => {
      const batch = await this.locked(tx, id, ['mapping', 'checked']);
      const { columns } = this.subjects.of(batch.kind);
      if (!fits(mapping, columns, batch.headers.length) || missingColumns(columns, mapping).length > 0) throw new Problem('IMPORT_COLUMNS_MISSING');
      const remembered = await this.settings.get(tx, batch.agencyId, rememberedColumns);
      const titles = batch.headers.map(({ title }) => title);
      await this.settings.set(tx, batch.agencyId, rememberedColumns, { ...remembered, [batch.kind]: remember(mapping, titles, remembered[batch.kind]) });
      const run = batch.run + 1;
      await this.batches.update(tx, id, { state: 'checking', mapping, run, done: 0, total: 0 });
      await this.audit.record(tx, { actor, agencyId: batch.agencyId, action: 'imports.mapped', subject: { kind: 'import', id } });
      await this.outbox.add(tx, checkImport, { batchId: id, run });
    });
  }

  /** @throws Problem IMPORT_BUSY unless the dry run is over */
  async apply(actor: Actor, id: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const batch = await this.locked(tx, id, ['checked']);
      const total = await this.rows.countPending(tx, id);
      await this.batches.update(tx, id, { state: 'applying', done: 0, total, effectiveOn: dayIn(batch.timeZone, this.clock.now()) });
      await this.audit.record(tx, { actor, agencyId: batch.agencyId, action: 'imports.begun', subject: { kind: 'import', id }, details: { kind: batch.kind, rows: total } });
      await this.outbox.add(tx, applyImport, { batchId: id });
    });
  }

  /** @throws Problem IMPORT_BUSY, IMPORT_UNDO_OVER after seven days */
  async undo(actor: Actor, id: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const batch = await this.locked(tx, id, ['applied']);
      if (undoUntil(batch) < this.clock.now()) throw new Problem('IMPORT_UNDO_OVER');
      const counts = (await this.rows.counts(tx, [id])).get(id);
      await this.batches.update(tx, id, { state: 'undoing', done: 0, total: counts?.applied ?? 0 });
      await this.audit.record(tx, { actor, agencyId: batch.agencyId, action: 'imports.undo-begun', subject: { kind: 'import', id }, details: { kind: batch.kind } });
      await this.outbox.add(tx, undoImport, { batchId: id });
    });
  }

  /** Forgets an import that changed nothing. @throws Problem IMPORT_BUSY for others */
  async discard(actor: Actor, id: string): Promise<void> {
    const fileKey = await this.db.tx(async (tx) => {
      const batch = await this.locked(tx, id, ['checking', 'mapping', 'checked', 'refused', 'failed']);
      await this.batches.remove(tx, id);
      await this.audit.record(tx, { actor, agencyId: batch.agencyId, action: 'imports.discarded', subject: { kind: 'import', id } });
      return batch.fileKey;
    });
    if (fileKey !== null) await this.storage.remove(fileKey as StorageKey);
  }

  /** Removes files and personal data of imports that are over; counts and the audit trail stay. */
  async purge(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - (undoDays + 1) * dayMs);
    for (const { id, fileKey } of await this.batches.listOver(this.db, before)) {
      if (fileKey !== null) await this.storage.remove(fileKey as StorageKey);
      await this.db.tx(async (tx) => {
        await this.rows.purge(tx, id);
        await this.batches.update(tx, id, { fileKey: null, headers: [] });
      });
    }
  }

  /** The agency where the caller may import all of it, else the unit of theirs. */
  private async placeOf(actor: Actor): Promise<{ id: string; agencyId: string; path: string }> {
    const { paths } = actor.scope('person.import');
    const agency = actor.organisationPath.split('.')[0] ?? '';
    const path = paths.includes('') || paths.includes(agency) ? agency : paths.toSorted((a, b) => a.length - b.length)[0];
    const place = path === undefined ? null : await this.batches.findPlace(this.db, path);
    if (place === null) throw new Problem('NOT_ALLOWED');
    return { ...place, path: path ?? '' };
  }

  private async locked(tx: Tx, id: string, states: readonly BatchRow['state'][]): Promise<BatchRow> {
    const batch = await this.batches.lock(tx, id);
    if (batch === null) throw new Problem('NOT_FOUND');
    if (!states.includes(batch.state)) throw new Problem('IMPORT_BUSY');
    return batch;
  }
}

/** The last moment at which a batch can be taken back. */
export function undoUntil(batch: Pick<BatchRow, 'appliedAt' | 'createdAt'>): Date {
  return new Date((batch.appliedAt ?? batch.createdAt).getTime() + undoDays * dayMs);
}

/** Ends a file that is too large while it arrives; nothing of it is kept. */
async function* limited(content: Readable): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of content as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > maxImportBytes) throw new Problem('IMPORT_FILE_TOO_LARGE', { megabytes: maxImportBytes / 1_000_000 });
    yield piece;
  }
}
