import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type * as z from 'zod';

/** A setting that features define beside the rule it governs. */
export interface SettingDefinition<Value> {
  readonly key: string;
  readonly schema: z.ZodType<Value>;
  readonly fallback: Value;
}

/** Settings per agency, each with its shape and a default in code. */
@Injectable()
export class SettingsService {
  constructor(private readonly clock: Clock) {}

  /** The agency's value, or the default where it set none. */
  async get<Value>(reader: Reader, agencyId: string, setting: SettingDefinition<Value>): Promise<Value> {
    const [row] = await reader.query<{ value: unknown }>('select value from setting where organisation_id = $1 and key = $2', [agencyId, setting.key]);
    return row === undefined ? setting.fallback : setting.schema.parse(row.value);
  }

  async set<Value>(tx: Tx, agencyId: string, setting: SettingDefinition<Value>, value: Value): Promise<void> {
    await tx.query(
      `insert into setting (organisation_id, key, value, changed_at) values ($1, $2, $3, $4)
       on conflict (organisation_id, key) do update set value = excluded.value, changed_at = excluded.changed_at`,
      [agencyId, setting.key, JSON.stringify(setting.schema.parse(value)), this.clock.now()],
    );
  }
}
