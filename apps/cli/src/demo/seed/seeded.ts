import type { SettingDefinition } from '@pamong/domain/settings/settings.service';
import { Database } from '@pamong/platform/database/database';
import * as z from 'zod';

/** Raise it when the demo gets something new, so that the next start of an older demo adds it. */
export const demoEdition = 4;

/** Kept at the agency that offers "Mengenal Pamong", after the last step of the seed. */
export const seededEdition: SettingDefinition<number> = { key: 'demo.edition', schema: z.number().int(), fallback: 0 };

/** Is the demo complete? One statement, so that a start which finds it loads nothing else. */
export async function isSeeded(url: string): Promise<boolean> {
  const db = await Database.open({ url, entities: [], poolSize: 1, applicationName: 'pamong-seed' });
  try {
    const rows = await db.query<{ edition: number }>('select value::int as edition from setting where key = $1', [seededEdition.key]);
    return rows.some((row) => row.edition >= demoEdition);
  } finally {
    await db.close();
  }
}
