import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonStyle } from '../../ui/button-style.js';
import { Menu } from '../../ui/menu.js';
import type { PeopleQuery } from './use-people-filter.js';

/** Downloads what the filters show, in the columns in which people are imported. */
export function ExportMenu({ filter }: { readonly filter: PeopleQuery }) {
  const { t } = useTranslation('people');
  const download = (format: 'xlsx' | 'csv') => {
    // The answer is an attachment: the page stays where it is.
    window.location.assign(`/api/people-export?${new URLSearchParams({ ...filter, format }).toString()}`);
  };
  return (
    <Menu
      label={t('export.title')}
      buttonClassName={buttonStyle('secondary', 'medium', false)}
      button={
        <>
          <Download aria-hidden="true" className="size-4.5" />
          {t('export.title')}
        </>
      }
      items={(['xlsx', 'csv'] as const).map((format) => ({ key: format, label: t(`export.${format}`), onSelect: () => download(format) }))}
    />
  );
}
