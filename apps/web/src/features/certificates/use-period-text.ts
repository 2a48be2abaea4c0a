import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';

/** The days of a course: "3 November 2026 s.d. 9 November 2026", or the one day that it took. */
export function usePeriodText(): (days: { readonly startedOn: string; readonly completedOn: string }) => string {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  return ({ startedOn, completedOn }) =>
    startedOn === completedOn ? format.date(startedOn) : t('facts.range', { from: format.date(startedOn), until: format.date(completedOn) });
}
