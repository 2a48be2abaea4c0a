import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.js';
import type { Course } from './use-course.js';

const tones = { draft: 'neutral', published: 'success', changed: 'warning' } as const;

/** Draft, published as version n, or published with edits that learners do not see yet. */
export function StatusBadge({ status, number }: { readonly status: Course['status']; readonly number: number | null }) {
  const { t } = useTranslation('courses');
  return <Badge tone={tones[status]}>{number === null ? t(`status.${status}`) : t(`statusWithVersion.${status}`, { number })}</Badge>;
}
