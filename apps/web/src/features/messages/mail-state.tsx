import type { MailSummary } from '@pamong/contract/mails';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { Badge, type Tone } from '../../ui/badge.js';

export type Mail = z.output<typeof MailSummary>;
export type MailState = Mail['state'];

/** In the order in which an admin asks for them. */
export const MAIL_STATES: readonly MailState[] = ['gave_up', 'failed', 'waiting', 'held', 'sent'];

const TONES: Record<MailState, Tone> = { sent: 'success', waiting: 'info', failed: 'warning', gave_up: 'danger', held: 'neutral' };

/** Where a mail is on its way. */
export function MailStateBadge({ state }: { readonly state: MailState }) {
  const { t } = useTranslation('messages');
  return <Badge tone={TONES[state]}>{t(`mails.states.${state}`)}</Badge>;
}
