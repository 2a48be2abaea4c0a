import type { ResponseOf } from '@pamong/contract/kernel/route';
import type { entry } from '@pamong/contract/entry';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';

export type Codes = ResponseOf<typeof entry.makeCodes>;

/** The slips as they are printed and cut apart. They are nowhere else: leaving the page forgets them. */
export function CodeSheet({ codes, onClose }: { readonly codes: Codes; readonly onClose: () => void }) {
  const { t } = useTranslation('entry');
  const format = useFormat(toZone(useMe().timeZone));
  const host = codes.address.replace(/^https?:\/\//, '');
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={t('sheet.title')}
          action={
            <>
              <Button tone="secondary" onClick={onClose}>
                {t('sheet.close')}
              </Button>
              <Button icon={<Printer aria-hidden="true" className="size-4.5" />} onClick={() => window.print()}>
                {t('sheet.print')}
              </Button>
            </>
          }
        >
          {t('sheet.lead', { count: codes.codes.length })}
        </PageHeader>
        <div className="mb-6">
          <Notice tone="warning">{t('sheet.once')}</Notice>
        </div>
      </div>
      <ul className="grid border-t border-dashed border-line-strong sm:grid-cols-2 print:grid-cols-2 print:text-black">
        {codes.codes.map((one) => (
          <li key={one.personId} className="break-inside-avoid border-b border-dashed border-line-strong px-2 py-5 sm:odd:border-e sm:odd:pe-6 sm:even:ps-6 print:odd:border-e print:odd:pe-6 print:even:ps-6">
            <p className="text-lg leading-snug font-bold">{one.fullName}</p>
            <p className="text-sm text-ink-soft print:text-black">{one.number ? `${one.unit} · ${one.number}` : one.unit}</p>
            <p className="mt-3 font-mono text-2xl font-bold tracking-wider">{one.code}</p>
            <ol className="mt-3 list-decimal ps-5 text-sm">
              <li>
                {t('sheet.open')} <strong className="font-semibold break-all">{host}</strong>
              </li>
              <li>{t(`sheet.type.${one.loginBy}`)}</li>
              <li>{t('sheet.choose')}</li>
            </ol>
            <p className="mt-2 text-sm text-ink-soft print:text-black">{t('sheet.until', { until: format.date(codes.expiresAt) })}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
