import type { ImportBatchPage } from '@pamong/contract/imports';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import { buttonStyle } from '../../ui/button-style.js';
import { TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';

/** What came out, in one or two sentences, and the file of rows to correct. */
export function BatchSummary({ batch }: { readonly batch: ImportBatchPage }) {
  const { t } = useTranslation('imports');
  const format = useFormat(toZone(useMe().timeZone));
  const { counts, state } = batch;
  const toCorrect = counts.error + counts.failed;
  const values = Object.fromEntries(Object.entries(counts).map(([key, value]) => [key === 'new' ? 'fresh' : key, format.number(value)]));
  return (
    <div className="grid gap-3">
      {state === 'checked' && counts.new + counts.changed === 0 && (
        <Notice tone="success" title={t('summary.nothingTitle')}>
          {t('summary.nothingText')}
        </Notice>
      )}
      {state === 'checked' && counts.new + counts.changed > 0 && (
        <Notice title={t('summary.checkedTitle')}>{t('summary.checkedText', values)}</Notice>
      )}
      {state === 'checked' && counts.warned > 0 && (
        <Notice tone="warning" title={t('summary.warnedTitle', { count: counts.warned, rows: format.number(counts.warned) })} action={<TextLink to="?tab=perhatian">{t('summary.warnedShow')}</TextLink>}>
          {t('summary.warnedText')}
        </Notice>
      )}
      {state === 'applied' && (
        <Notice tone="success" live title={t('summary.appliedTitle', values)}>
          {batch.undoUntil !== null && t('summary.undoUntil', { at: format.dateTime(batch.undoUntil) })}
        </Notice>
      )}
      {state === 'undone' && (
        <Notice tone={counts.kept > 0 ? 'warning' : 'success'} live title={t('summary.undoneTitle', values)}>
          {counts.kept > 0 ? t('summary.keptText', values) : t('summary.undoneText')}
        </Notice>
      )}
      {toCorrect > 0 && batch.headers.length > 0 && (
        <Notice
          tone="warning"
          title={t('summary.errorsTitle', { count: toCorrect, rows: format.number(toCorrect) })}
          action={
            <a href={`/api/imports/${batch.id}/failed-rows`} download className={buttonStyle('secondary', 'small', false)}>
              <Download aria-hidden="true" className="size-4" />
              {t('summary.failedFile')}
            </a>
          }
        >
          {t('summary.errorsText')}
        </Notice>
      )}
    </div>
  );
}
