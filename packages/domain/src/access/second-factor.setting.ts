import { roles } from '@pamong/contract/permissions';
import * as z from 'zod';
import type { SettingDefinition } from '../settings/settings.service.js';

/** Roles whose holders must show a second factor when they sign in with a password. */
export const secondFactorSetting: SettingDefinition<{ roles: (typeof roles)[number][] }> = {
  key: 'second-factor',
  schema: z.object({ roles: z.array(z.enum(roles)) }),
  fallback: { roles: [] },
};
