import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { AuditService } from '../audit/audit.service.js';
import { explainConstraints } from '../constraint-problems.js';
import { treeChanged } from '../organisations/organisations.jobs.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import type { UnitDependant } from '../organisations/unit-dependants.js';
import { UnitDependants } from '../organisations/unit-dependants.js';
import { fullName } from './names.rules.js';
import { OrganisationHeadsRepository } from './organisation-heads.repository.js';
import { PeopleService } from './people.service.js';

explainConstraints({ organisation_head_one_excl: 'HEAD_OVERLAPS', organisation_head_days_check: 'HEAD_OVERLAPS' });

export interface NewHead {
  readonly personId: string;
  /** Null for the head proper; `PLT` and `PLH` stand in. */
  readonly acting: 'PLT' | 'PLH' | null;
  /** First and last day, `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** Whoever names and ends heads. */
interface HeadEditor {
  readonly personId: string;
  readonly agencyId: string;
}

/** Heads of units, with their days. Who supervises whom follows from them. */
@Injectable()
export class OrganisationHeadsService implements UnitDependant {
  readonly key = 'heads';

  constructor(
    private readonly db: Database,
    private readonly heads: OrganisationHeadsRepository,
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    dependants: UnitDependants,
  ) {
    dependants.add(this);
  }

  async list(reader: Reader, organisationId: string) {
    const rows = await this.heads.list(reader, organisationId);
    return rows.map((row) => ({
      headId: row.id, personId: row.personId, fullName: fullName(row), acting: row.acting, validFrom: row.validFrom, validUntil: row.validUntil,
    }));
  }

  /** People of the unit's agency whose name holds the text. */
  async candidates(organisationId: string, text: string) {
    const { agencyId } = await this.organisations.get(this.db, organisationId);
    return this.people.search(this.db, agencyId, text, 20);
  }

  /** @throws Problem HEAD_UNKNOWN for a person of another agency; HEAD_OVERLAPS when another heads the unit in these days */
  async add(editor: HeadEditor, organisationId: string, head: NewHead): Promise<void> {
    await this.db.tx(async (tx) => {
      const agencyId = await this.name(tx, editor, organisationId, head);
      await this.outbox.publish(tx, treeChanged, { agencyId });
    });
  }

  /**
   * Writes a head without telling that the tree is another one: for whoever names many and refreshes the supervisors afterwards.
   * @returns the unit's agency
   */
  async name(tx: Tx, editor: HeadEditor | undefined, organisationId: string, head: NewHead): Promise<string> {
    const unit = await this.organisations.get(tx, organisationId);
    if ((await this.people.countInAgency(tx, unit.agencyId, [head.personId])) !== 1) throw new Problem('HEAD_UNKNOWN');
    await this.heads.insert(tx, { id: newId(), organisationId, ...head });
    await this.audit.record(tx, {
      actor: editor, agencyId: unit.agencyId, action: 'organisations.head-named', subject: { kind: 'organisation', id: organisationId }, details: { ...head },
    });
    return unit.agencyId;
  }

  /** @param on last day, `YYYY-MM-DD`. @throws Problem NOT_FOUND when the unit has no such head */
  async end(editor: HeadEditor, organisationId: string, headId: string, on: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const unit = await this.organisations.get(tx, organisationId);
      if (!(await this.heads.end(tx, organisationId, headId, on))) throw new Problem('NOT_FOUND');
      await this.audit.record(tx, {
        actor: editor, agencyId: unit.agencyId, action: 'organisations.head-ended', subject: { kind: 'organisation', id: organisationId }, details: { headId, on },
      });
      await this.outbox.publish(tx, treeChanged, { agencyId: unit.agencyId });
    });
  }

  count(reader: Reader, unitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.heads.count(reader, unitIds);
  }

  /** A unit that takes another in keeps its own head. */
  async handOver(tx: Tx, { fromId, day }: { readonly fromId: string; readonly day: string }): Promise<void> {
    await this.heads.endAll(tx, fromId, day);
  }

  async close(tx: Tx, unitId: string, day: string): Promise<void> {
    await this.heads.endAll(tx, unitId, day);
  }
}
