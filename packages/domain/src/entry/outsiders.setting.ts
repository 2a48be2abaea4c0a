import * as z from 'zod';
import type { SettingDefinition } from '../settings/settings.service.js';

const Outsiders = z.object({
  /** Whether people from outside may register with this agency. */
  open: z.boolean(),
});

/** Closed until an admin opens it: whoever registers becomes a person of the agency's records. */
export const outsidersSetting: SettingDefinition<z.output<typeof Outsiders>> = { key: 'outsiders', schema: Outsiders, fallback: { open: false } };
