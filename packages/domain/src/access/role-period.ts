import { Problem } from '@pamong/contract/kernel/problem';
import type { Reader } from '@pamong/platform/database/database';

/** First and last day, `YYYY-MM-DD`, as a form gives them. */
export interface GivenDays {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * The moments in which something given for days counts: from midnight of the first through the last day of the zone; today begins now.
 * @param zone IANA name
 * @throws Problem ROLE_DATES_INVALID when the days lie before today or in the wrong order
 */
export async function periodOf(reader: Reader, now: Date, zone: string, given: GivenDays): Promise<{ from: Date; until: Date | null }> {
  const [row] = await reader.query<{ today: string; from: Date | null; until: Date | null }>(
    `select ($2::timestamptz at time zone $1)::date::text as today,
            ($3::date)::timestamp at time zone $1 as "from", ($4::date + 1)::timestamp at time zone $1 as until`,
    [zone, now, given.from ?? null, given.until ?? null],
  );
  const { today, from, until } = row ?? { today: '', from: null, until: null };
  const firstDay = given.from ?? today;
  if (firstDay < today || (given.until !== undefined && given.until < firstDay)) throw new Problem('ROLE_DATES_INVALID');
  return { from: from === null || firstDay === today ? now : from, until };
}
