import * as z from 'zod';
import type { SettingDefinition } from '../settings/settings.service.js';

const Remembered = z.record(z.string(), z.string());

/** What the agency decided for each header of earlier files. */
export const rememberedColumns: SettingDefinition<{ readonly people: Readonly<Record<string, string>>; readonly units: Readonly<Record<string, string>> }> = {
  key: 'imports.columns',
  schema: z.object({ people: Remembered, units: Remembered }),
  fallback: { people: {}, units: {} },
};
