import i18next from 'i18next';
import { lazy } from 'react';
import type { Slots } from '../../shared/slots/slots.js';

export const slots: Slots = {
  homeStanding: lazy(async () => {
    const [{ StandingCard }] = await Promise.all([import('./standing-card.js'), i18next.loadNamespaces('ledger')]);
    return { default: StandingCard };
  }),
};
