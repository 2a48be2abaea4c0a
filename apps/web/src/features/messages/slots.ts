import i18next from 'i18next';
import { lazy } from 'react';
import type { Slots } from '../../shared/slots/slots.js';

export const slots: Slots = {
  mailTest: lazy(async () => {
    const [{ MailTest }] = await Promise.all([import('./mail-test.js'), i18next.loadNamespaces('messages')]);
    return { default: MailTest };
  }),
};
