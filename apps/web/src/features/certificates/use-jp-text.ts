import { useTranslation } from 'react-i18next';

/** `4 JP`, or "tanpa JP" for a course below 45 minutes. */
export function useJpText(): (jp: number) => string {
  const { t } = useTranslation('certificates');
  return (jp) => (jp > 0 ? t('jp', { jp }) : t('noJp'));
}
