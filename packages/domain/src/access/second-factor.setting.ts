import { roles } from '@pamong/contract/permissions';
import * as z from 'zod';
import type { SettingDefinition } from '../settings/settings.service.js';

/** Roles, own or lent, whose holders must show a second factor when they sign in. */
export const secondFactorSetting: SettingDefinition<{ roles: (typeof roles)[number][] }> = {
  key: 'second-factor',
  schema: z.object({ roles: z.array(z.enum(roles)) }),
  fallback: { roles: [] },
};
