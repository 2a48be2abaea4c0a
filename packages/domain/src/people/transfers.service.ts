import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { normaliseStaffNumber } from '@pamong/contract/staff-number';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import type { Logger } from '@pamong/platform/log/logger';
import { LOGGER } from '@pamong/platform/log/logger';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import type { OrgScope } from '../organisations/org-scope.js';
import { inScope } from '../organisations/org-scope.js';
import { LeavingChecks } from './leaving-checks.js';
import { PeopleChangesService } from './people-changes.service.js';
import type { TransferStep } from './people.jobs.js';
import { transferMoved } from './people.jobs.js';
import type { Editor } from './person-page.service.js';
import { PersonPageService } from './person-page.service.js';
import { PersonParts } from './person-parts.js';
import type { PersonTransferEntity } from './person-transfer.entity.js';
import { SupervisorsService } from './supervisors.service.js';
import { TransfersRepository } from './transfers.repository.js';

/** What is asked of the other agency. */
export interface TransferAsked {
  readonly effectiveOn: string;
  readonly note: string;
}

/**
 * People who go to another agency. One side proposes, the other decides; the person and the history follow on the day, what the old
 * agency has issued stays its own, since certificates and hours name their agency themselves.
 */
@Injectable()
export class TransfersService {
  constructor(
    private readonly db: Database,
    private readonly transfers: TransfersRepository,
    private readonly pages: PersonPageService,
    private readonly changes: PeopleChangesService,
    private readonly supervisors: SupervisorsService,
    private readonly organisations: OrganisationsService,
    private readonly parts: PersonParts,
    private readonly leaving: LeavingChecks,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * The agency that the person leaves asks.
   * @throws Problem NOT_ALLOWED to who does not look after the whole agency, TRANSFER_SAME_AGENCY, TRANSFER_OPEN, LAST_ADMIN, LAST_PLATFORM_ADMIN, NOT_FOUND
   */
  async propose(editor: Editor, manages: OrgScope, personId: string, toAgencyId: string, asked: TransferAsked): Promise<string> {
    const place = await this.pages.placeOf(personId);
    if (place === null) throw new Problem('NOT_FOUND');
    if (!holdsAgency(manages, place.agencyId)) throw new Problem('NOT_ALLOWED');
    const to = await this.organisations.get(this.db, toAgencyId);
    if (to.agencyId !== to.id) throw new Problem('NOT_FOUND');
    return this.insert(editor, { personId, fromAgencyId: place.agencyId, toAgencyId, toOrganisationId: null, askedBy: 'from', ...asked });
  }

  /**
   * The agency that the person joins asks, by the number, and names the unit.
   * @throws Problem STAFF_NUMBER_UNKNOWN, TRANSFER_SAME_AGENCY, TRANSFER_OPEN, LAST_ADMIN, LAST_PLATFORM_ADMIN, NOT_FOUND (a unit of another agency)
   */
  async request(editor: Editor, manages: OrgScope, staffNumber: string, organisationId: string, asked: TransferAsked): Promise<string> {
    const unit = await this.organisations.get(this.db, organisationId);
    if (!holdsAgency(manages, unit.agencyId)) throw new Problem('NOT_FOUND');
    const [person] = await this.changes.listByNumbers(this.db, [normaliseStaffNumber(staffNumber)], asked.effectiveOn);
    if (person === undefined) throw new Problem('STAFF_NUMBER_UNKNOWN');
    return this.insert(editor, { personId: person.personId, fromAgencyId: person.agencyId, toAgencyId: unit.agencyId, toOrganisationId: unit.id, askedBy: 'to', ...asked });
  }

  /** @throws Problem TRANSFER_DECIDED, TRANSFER_NEEDS_UNIT (the receiving side), LAST_ADMIN, LAST_PLATFORM_ADMIN, NOT_ALLOWED to the side that asked, NOT_FOUND */
  async accept(editor: Editor, manages: OrgScope, id: string, organisationId: string | undefined): Promise<void> {
    await this.db.tx(async (tx) => {
      const transfer = await this.lockFor(tx, manages, id, 'decide');
      let toOrganisationId = transfer.toOrganisationId;
      if (transfer.askedBy === 'from') {
        if (organisationId === undefined) throw new Problem('TRANSFER_NEEDS_UNIT');
        const unit = await this.organisations.get(tx, organisationId);
        if (unit.agencyId !== transfer.toAgencyId) throw new Problem('NOT_FOUND');
        toOrganisationId = unit.id;
      }
      await this.leaving.refuse(tx, { personIds: [transfer.personId], agencyId: transfer.fromAgencyId });
      await this.decide(tx, editor, transfer, { state: 'accepted', toOrganisationId });
      const to = await this.organisations.get(tx, transfer.toAgencyId);
      if (transfer.effectiveOn <= dayIn(to.timeZone, this.clock.now())) await this.apply(tx, { ...transfer, toOrganisationId }, editor);
    });
  }

  /** @throws Problem TRANSFER_DECIDED, NOT_ALLOWED to the side that asked, NOT_FOUND */
  async decline(editor: Editor, manages: OrgScope, id: string, reason: string): Promise<void> {
    await this.db.tx(async (tx) => this.decide(tx, editor, await this.lockFor(tx, manages, id, 'decide'), { state: 'declined', decisionNote: reason }));
  }

  /** @throws Problem TRANSFER_DECIDED, NOT_ALLOWED to the side that did not ask, NOT_FOUND */
  async withdraw(editor: Editor, manages: OrgScope, id: string): Promise<void> {
    await this.db.tx(async (tx) => this.decide(tx, editor, await this.lockFor(tx, manages, id, 'withdraw'), { state: 'withdrawn' }));
  }

  /** Lets everybody go whose day has come; again changes nothing. Who may not go yet (a last admin) waits, and nobody waits for them. */
  async applyDue(): Promise<void> {
    for (const id of await this.transfers.listDue(this.db, this.clock.now())) {
      try {
        await this.db.tx(async (tx) => {
          const transfer = await this.transfers.lock(tx, id);
          if (transfer !== null && transfer.state === 'accepted' && transfer.appliedAt === null) await this.apply(tx, transfer, undefined);
        });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        this.logger.warn({ transferId: id, code: error.code }, 'transfer waits');
      }
    }
  }

  private async apply(tx: Tx, transfer: PersonTransferEntity, editor: Editor | undefined): Promise<void> {
    const { personId, fromAgencyId, toAgencyId, toOrganisationId, effectiveOn } = transfer;
    const to = await this.organisations.get(tx, toAgencyId);
    const [person] = await this.changes.list(tx, [personId], effectiveOn);
    if (person === undefined || toOrganisationId === null) throw new Problem('NOT_FOUND');
    await this.transfers.endTies(tx, personId, fromAgencyId, effectiveOn);
    await this.changes.change(
      tx,
      { agencyId: toAgencyId, actor: editor, today: dayIn(to.timeZone, this.clock.now()), source: `transfer:${transfer.id}`, transfers: true },
      {
        personId, revision: person.revision, effectiveOn,
        // A supervisor set by hand stays behind; a status "moved" has done its work.
        facts: { organisationId: toOrganisationId, supervisorId: null, ...(person.status === 'transferred' ? { status: 'active' } : {}) },
      },
    );
    for (const part of this.parts.list()) await part.leave(tx, personId, fromAgencyId);
    await this.supervisors.refresh(tx, { agencyId: fromAgencyId });
    await this.transfers.update(tx, transfer.id, { appliedAt: this.clock.now() });
    await this.outbox.publish(tx, transferMoved, { transferId: transfer.id, step: 'applied' });
    for (const agencyId of [fromAgencyId, toAgencyId]) {
      await this.audit.record(tx, { actor: editor, agencyId, action: 'people.transferred', subject: { kind: 'person', id: personId }, details: { transferId: transfer.id, fromAgencyId, toAgencyId } });
    }
  }

  private async insert(editor: Editor, given: Pick<PersonTransferEntity, 'personId' | 'fromAgencyId' | 'toAgencyId' | 'toOrganisationId' | 'askedBy'> & TransferAsked): Promise<string> {
    const id = newId();
    await this.db.tx(async (tx) => {
      await this.changes.lock(tx, given.personId);
      if (await this.transfers.isWaiting(tx, given.personId)) throw new Problem('TRANSFER_OPEN');
      await this.leaving.refuse(tx, { personIds: [given.personId], agencyId: given.fromAgencyId });
      await this.transfers.insert(tx, {
        ...given, id, note: given.note === '' ? null : given.note, state: 'proposed', proposedById: editor.personId, proposedAt: this.clock.now(),
        decidedById: null, decidedAt: null, decisionNote: null, appliedAt: null,
      });
      await this.record(tx, editor, given, 'proposed', id);
    });
    return id;
  }

  private async lockFor(tx: Tx, manages: OrgScope, id: string, act: 'decide' | 'withdraw'): Promise<PersonTransferEntity> {
    const transfer = await this.transfers.lock(tx, id);
    const [from, to] = [transfer?.fromAgencyId ?? '', transfer?.toAgencyId ?? ''];
    if (transfer === null || !(holdsAgency(manages, from) || holdsAgency(manages, to))) throw new Problem('NOT_FOUND');
    const asking = transfer.askedBy === 'from' ? from : to;
    const deciding = transfer.askedBy === 'from' ? to : from;
    if (!holdsAgency(manages, act === 'decide' ? deciding : asking)) throw new Problem('NOT_ALLOWED');
    if (transfer.state !== 'proposed') throw new Problem('TRANSFER_DECIDED');
    return transfer;
  }

  private async decide(tx: Tx, editor: Editor, transfer: PersonTransferEntity, change: Partial<PersonTransferEntity> & { readonly state: PersonTransferEntity['state'] }): Promise<void> {
    await this.transfers.update(tx, transfer.id, { ...change, decidedById: editor.personId, decidedAt: this.clock.now() });
    await this.record(tx, editor, transfer, change.state, transfer.id);
  }

  private async record(tx: Tx, editor: Editor, { personId, fromAgencyId, toAgencyId }: Pick<PersonTransferEntity, 'personId' | 'fromAgencyId' | 'toAgencyId'>, step: TransferStep, transferId: string): Promise<void> {
    await this.audit.record(tx, { actor: editor, agencyId: fromAgencyId, action: `people.transfer-${step}`, subject: { kind: 'person', id: personId }, details: { transferId, toAgencyId } });
    await this.outbox.publish(tx, transferMoved, { transferId, step });
  }
}

/** Transfers are a matter of whole agencies, not of single units. */
export function holdsAgency(scope: OrgScope, agencyId: string): boolean {
  return inScope(scope, agencyId.replaceAll('-', ''));
}
