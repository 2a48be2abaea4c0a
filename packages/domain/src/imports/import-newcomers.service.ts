import { Injectable } from '@nestjs/common';
import type { ImportNewcomers } from '@pamong/contract/imports';
import { Problem } from '@pamong/contract/kernel/problem';
import { Database } from '@pamong/platform/database/database';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { RightsService } from '../access/rights.service.js';
import { SignOnSettingsService } from '../accounts/sign-on-settings.service.js';
import { AuditService } from '../audit/audit.service.js';
import { InvitationsService } from '../entry/invitations.service.js';
import { PersonGroups } from '../entry/person-groups.js';
import type { BatchRow } from './import-batches.repository.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { inviteNewcomers } from './imports.jobs.js';

/** People of one step; between two of them the job may stop. */
const chunk = 100;

/** What comes after an import of people: letting those in who have no account yet. */
@Injectable()
export class ImportNewcomersService {
  constructor(
    private readonly db: Database,
    private readonly batches: ImportBatchesRepository,
    private readonly rows: ImportRowsRepository,
    private readonly invitations: InvitationsService,
    private readonly rights: RightsService,
    private readonly signOn: SignOnSettingsService,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    groups: PersonGroups,
  ) {
    groups.add('import', async (reader, actor, id) => {
      const batch = await this.batches.find(reader, id);
      if (batch === null || !actor.can('person.import', batch.path)) throw new Problem('NOT_FOUND');
      return this.rows.listSubjects(reader, id);
    });
  }

  /** How many of the batch's people are without an account, by the way in which they can get one; counts only whom the actor may let in. */
  async standing(actor: Actor, batchId: string): Promise<z.input<typeof ImportNewcomers>> {
    const batch = await this.applied(batchId);
    const ids = await this.rows.listSubjects(this.db, batchId);
    const { on, createAccounts, label } = await this.signOn.get(batch.agencyId);
    return {
      ...(await this.invitations.countNewcomers(actor, ids)),
      inviting: batch.invitingBy !== null,
      signOn: on && createAccounts ? { label: label === '' ? null : label } : null,
    };
  }

  /** Has a job invite them. @throws Problem MAIL_NOT_CONFIGURED; IMPORT_BUSY when nothing was applied or a job is at it */
  async invite(actor: Actor, batchId: string): Promise<void> {
    this.invitations.requireMail();
    await this.db.tx(async (tx) => {
      const batch = await this.batches.lock(tx, batchId);
      if (batch?.kind !== 'people' || batch.state !== 'applied' || batch.invitingBy !== null) throw new Problem('IMPORT_BUSY');
      await this.batches.update(tx, batchId, { invitingBy: actor.personId });
      await this.audit.record(tx, { actor, agencyId: batch.agencyId, action: 'imports.invitations-begun', subject: { kind: 'import', id: batchId } });
      await this.outbox.add(tx, inviteNewcomers, { batchId });
    });
  }

  /**
   * The job: invites whoever has an address and was not invited yet, with the rights that the admin has now. Running twice invites nobody twice.
   * @param signal ends between two chunks when the worker stops
   */
  async run(batchId: string, signal?: AbortSignal): Promise<void> {
    const begun = await this.batches.find(this.db, batchId);
    if (begun?.invitingBy == null) return;
    const actor = await this.rights.actorOf(this.db, begun.invitingBy);
    const waiting = await this.invitations.listInvitable(actor, await this.rows.listSubjects(this.db, batchId));
    for (let from = 0; from < waiting.length; from += chunk) {
      signal?.throwIfAborted();
      // Whoever takes the import back meanwhile takes the people back.
      if ((await this.batches.find(this.db, batchId))?.state !== 'applied') break;
      await this.invitations.inviteStill(actor, waiting.slice(from, from + chunk));
    }
    await this.giveUp(batchId);
  }

  /** The admin may press again. */
  async giveUp(batchId: string): Promise<void> {
    await this.batches.update(this.db, batchId, { invitingBy: null });
  }

  private async applied(batchId: string): Promise<BatchRow> {
    const batch = await this.batches.find(this.db, batchId);
    if (batch?.kind !== 'people' || batch.state !== 'applied') throw new Problem('IMPORT_BUSY');
    return batch;
  }
}
