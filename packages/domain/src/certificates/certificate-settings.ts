import * as z from 'zod';
import type { SettingDefinition } from '../settings/settings.service.js';
import { DEFAULT_NUMBER_TEMPLATE, isNumberTemplate } from './certificate-number.rules.js';

/** How an agency numbers and signs its certificates. */
export const certificateSettings: SettingDefinition<{ numberTemplate: string; classification: string; place: string; sealDriver: string }> = {
  key: 'certificates',
  schema: z.object({
    numberTemplate: z.string().refine(isNumberTemplate),
    classification: z.string().max(40),
    /** City of issue; empty means the one in the agency's name, if any. */
    place: z.string().max(100),
    /** Name of a registered seal driver. */
    sealDriver: z.string(),
  }),
  fallback: { numberTemplate: DEFAULT_NUMBER_TEMPLATE, classification: '', place: '', sealDriver: 'system' },
};
