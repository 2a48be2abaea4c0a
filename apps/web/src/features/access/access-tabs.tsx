import { useTranslation } from 'react-i18next';
import { LinkTabs } from '../../ui/link-tabs.js';

/** The pages about roles. */
export function AccessTabs() {
  const { t } = useTranslation('access');
  return (
    <LinkTabs
      label={t('tabs.label')}
      tabs={[
        { to: '/kelola/akses', label: t('tabs.assignments') },
        { to: '/kelola/akses/izin', label: t('tabs.matrix') },
        { to: '/kelola/akses/periksa', label: t('tabs.explain') },
      ]}
    />
  );
}
