import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { LOGGER } from '@pamong/platform/log/logger';
import type { Logger } from '@pamong/platform/log/logger';
import { VouchedAddresses } from '../accounts/vouched-addresses.js';
import { MergingService } from '../people/merging.service.js';
import { namesAgree } from '../people/merging.rules.js';
import { EntryRepository } from './entry.repository.js';

/** Somebody from outside who has proved an address. */
interface Outsider {
  readonly personId: string;
  readonly name: string;
}

/**
 * Lets the record of somebody from outside join their staff record, once the same address has been proved for both. Names that do not
 * agree leave it to an admin: two colleagues may read one inbox.
 */
@Injectable()
export class OutsiderJoiningService {
  constructor(
    private readonly db: Database,
    private readonly merging: MergingService,
    private readonly entry: EntryRepository,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    vouched: VouchedAddresses,
  ) {
    vouched.add((person, email) => this.vouchedFor(person.personId, person.agencyId, email));
  }

  /** The address was proved as this person's in this transaction. @returns how many records joined */
  async proved(tx: Tx, personId: string, email: string): Promise<number> {
    let joined = 0;
    for (const outsider of await this.outsidersOf(tx, personId, email, null)) {
      if (await this.join(tx, personId, outsider)) joined += 1;
    }
    return joined;
  }

  private async join(tx: Tx, personId: string, outsider: Outsider): Promise<boolean> {
    const conflicts = await this.merging.mergeProved(tx, personId, outsider.personId);
    if (conflicts.length > 0) this.logger.warn({ personId, outsiderId: outsider.personId, conflicts: conflicts.map((one) => one.code) }, 'a record from outside could not join by itself');
    return conflicts.length === 0;
  }

  /** An agency's identity provider said at a sign-on that it has verified this address: it is believed for the people of this agency. */
  private async vouchedFor(personId: string, agencyId: string, email: string): Promise<void> {
    const [outsider] = await this.outsidersOf(this.db, personId, email, agencyId);
    if (outsider === undefined) return;
    try {
      await this.db.tx(async (tx) => {
        await this.entry.insertVerified(tx, personId, email, this.clock.now());
        await this.join(tx, personId, outsider);
      });
    } catch (error) {
      // Somebody merged one of them in this moment; the sign-on itself is right.
      if (!(error instanceof Problem)) throw error;
      this.logger.warn({ personId, code: error.code }, 'a record from outside was overtaken');
    }
  }

  private async outsidersOf(reader: Reader, personId: string, email: string, agencyId: string | null): Promise<Outsider[]> {
    const rows = await reader.query<Outsider & { ownName: string }>(
      `select o.id as "personId", o.name, p.name as "ownName"
       from verified_email v join person o on o.id = v.person_id and o.merged_into_id is null join outside_person s on s.person_id = o.id
       join person p on p.id = $1 and p.merged_into_id is null
       where v.email = $2 and v.person_id <> $1 and ($3::uuid is null or o.agency_id = $3) and not exists (select from outside_person where person_id = $1) order by o.id`,
      [personId, email, agencyId],
    );
    return rows.filter((row) => namesAgree(row.name, row.ownName));
  }
}
