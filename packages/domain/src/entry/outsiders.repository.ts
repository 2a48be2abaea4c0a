import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { OutsidePersonEntity } from './outside-person.entity.js';
import { outsidersSetting } from './outsiders.setting.js';

/** Marks the unit of an agency in which people from outside live. */
export const outsideUnitKind = 'outside';

@Injectable()
export class OutsidersRepository {
  /** Agencies with which people from outside may register, by name. */
  listOpenAgencies(reader: Reader): Promise<{ id: string; name: string }[]> {
    return reader.query<{ id: string; name: string }>(
      `select o.id, o.name from setting s join organisation o on o.id = s.organisation_id
       where s.key = $1 and (s.value ->> 'open')::boolean and o.kind = 'agency' and o.closed_at is null order by o.name`,
      [outsidersSetting.key],
    );
  }

  /** The agency's unit for people from outside. The agency's row stays locked, so that two at once make one unit. */
  async lockOutsideUnit(tx: Tx, agencyId: string): Promise<string | null> {
    await tx.query('select id from organisation where id = $1 for update', [agencyId]);
    const [row] = await tx.query<{ id: string }>('select id from organisation where agency_id = $1 and unit_kind = $2 and closed_at is null order by created_at limit 1', [
      agencyId, outsideUnitKind,
    ]);
    return row?.id ?? null;
  }

  async insert(tx: Tx, outsider: OutsidePersonEntity): Promise<void> {
    await tx.repository(OutsidePersonEntity).insert(outsider);
  }

  find(reader: Reader, personId: string): Promise<OutsidePersonEntity | null> {
    return reader.repository(OutsidePersonEntity).findOneBy({ personId });
  }
}
