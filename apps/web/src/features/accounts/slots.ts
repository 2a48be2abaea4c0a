import i18next from 'i18next';
import { lazy } from 'react';
import type { Slots } from '../../shared/slots/slots.js';

export const slots: Slots = {
  personAccount: lazy(async () => {
    const [{ PersonSecondFactor }] = await Promise.all([import('./person-second-factor.js'), i18next.loadNamespaces('accounts')]);
    return { default: PersonSecondFactor };
  }),
};
