import i18next from 'i18next';
import { lazy } from 'react';
import type { Slots } from '../../shared/slots/slots.js';

export const slots: Slots = {
  ownPhoto: lazy(async () => {
    const [{ OwnPhoto }] = await Promise.all([import('./own-photo.js'), i18next.loadNamespaces('people')]);
    return { default: OwnPhoto };
  }),
};
