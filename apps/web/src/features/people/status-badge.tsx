import type { PersonStatus } from '@pamong/contract/people';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { Badge, type Tone } from '../../ui/badge.js';

type Status = z.output<typeof PersonStatus>;

const TONES: Record<Status, Tone> = {
  active: 'success', study_assignment: 'info', unpaid_leave: 'warning', leave: 'warning', transferred: 'neutral', retired: 'neutral', deceased: 'neutral',
};

/** A person's status of a day. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const { t } = useTranslation('people');
  return <Badge tone={TONES[status]}>{t(`statuses.${status}`)}</Badge>;
}
