import { Injectable } from '@nestjs/common';
import type { Transfer } from '@pamong/contract/transfers';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { OrgScope } from '../organisations/org-scope.js';
import { LeavingChecks } from './leaving-checks.js';
import { fullName } from './names.rules.js';
import type { TransferFacts, TransferRow } from './transfers.repository.js';
import { TransfersRepository } from './transfers.repository.js';
import { holdsAgency } from './transfers.service.js';

/** Transfers as both sides see them. */
@Injectable()
export class TransferViews {
  constructor(
    private readonly db: Database,
    private readonly transfers: TransfersRepository,
    private readonly leaving: LeavingChecks,
  ) {}

  /** Open ones first, then newest first; two statements, and one more for each who is to go later. */
  async list(manages: OrgScope, query: { page: number; size: number; side?: 'in' | 'out' | undefined; state?: string | undefined }) {
    const { page, size, side, state } = query;
    const agencyIds = manages.paths.filter((path) => path !== '' && !path.includes('.'));
    const filter = { everywhere: manages.paths.includes(''), agencyIds, side, state };
    const [rows, total] = await Promise.all([this.transfers.list(this.db, filter, page, size), this.transfers.count(this.db, filter)]);
    return { items: await Promise.all(rows.map(async (row) => view(row, manages, await this.waitsForAdmin(row)))), total, page, size };
  }

  /** Nobody else administers where somebody is about to leave: said before the day, while there is time to name another admin. */
  private async waitsForAdmin({ state, appliedAt, person, from }: TransferRow): Promise<boolean> {
    if (state !== 'accepted' || appliedAt !== null) return false;
    return (await this.leaving.problem(this.db, { personIds: [person.personId], agencyId: from.id })) !== null;
  }

  /** What its news is about, the name with degrees; null for an unknown one. */
  async factsOf(reader: Reader, id: string): Promise<(Omit<TransferFacts, 'person'> & { readonly person: { readonly id: string; readonly name: string } }) | null> {
    const facts = await this.transfers.findFacts(reader, id);
    return facts === null ? null : { ...facts, person: { id: facts.person.id, name: fullName(facts.person) } };
  }

  listAgencies(text: string): Promise<{ id: string; name: string }[]> {
    return this.transfers.listAgencies(this.db, text);
  }
}

function view(row: TransferRow, manages: OrgScope, waitsForAdmin: boolean): z.input<typeof Transfer> {
  const { id, person, proposedBy, decidedBy, proposedAt, decidedAt, appliedAt, ...rest } = row;
  const open = row.state === 'proposed';
  const asking = row.askedBy === 'from' ? row.from.id : row.to.id;
  const deciding = row.askedBy === 'from' ? row.to.id : row.from.id;
  const decides = open && holdsAgency(manages, deciding);
  return {
    ...rest,
    transferId: id,
    person: { personId: person.personId, fullName: fullName(person), number: person.number, post: person.post },
    proposedBy: fullName(proposedBy),
    proposedAt: proposedAt.toISOString(),
    decidedBy: decidedBy === null ? null : fullName(decidedBy),
    decidedAt: decidedAt?.toISOString() ?? null,
    applied: appliedAt !== null,
    waitsForAdmin,
    can: { accept: decides, nameUnit: decides && row.askedBy === 'from', decline: decides, withdraw: open && holdsAgency(manages, asking) },
  };
}
