import * as z from 'zod';
import type { SettingDefinition } from '../settings/settings.service.js';

const MailSettings = z.object({
  /** For people who have chosen none. */
  language: z.enum(['id', 'en']),
});

/** How an agency writes to its people. */
export const mailSettings: SettingDefinition<z.output<typeof MailSettings>> = { key: 'mail', schema: MailSettings, fallback: { language: 'id' } };
