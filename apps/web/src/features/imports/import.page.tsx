import type { ImportBatchPage } from '@pamong/contract/imports';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../shared/format/use-format.js';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { Progress } from '../../ui/progress.js';
import { QueryState } from '../../ui/query-state.js';
import { Stepper } from '../../ui/stepper.js';
import { BatchActions } from './batch-actions.js';
import { BatchNewcomers } from './batch-newcomers.js';
import { BatchSummary } from './batch-summary.js';
import { MappingForm } from './mapping-form.js';
import { RowTabs } from './row-tabs.js';
import { StateBadge } from './state-badge.js';
import { useBatch } from './use-batch.js';

const STEPS = ['columns', 'check', 'apply'] as const;

/** One import, from the columns of its file to the undo; every state has this one address. */
export default function ImportPage() {
  const { t } = useTranslation('imports');
  const { batchId = '' } = useParams();
  const [query] = useSearchParams();
  const batch = useBatch(batchId);
  usePageTitle(batch.data?.fileName ?? t('title'));
  return (
    <QueryState query={batch} errorTitle={t('page.failed')}>
      {(data) => (
        <>
          <PageHeader
            title={<span className="break-all">{data.fileName}</span>}
            crumbs={[{ label: t('title'), to: '/kelola/pegawai/impor' }]}
            badges={
              <>
                <Badge>{t(`kind.${data.kind}`)}</Badge>
                <StateBadge state={data.state} />
              </>
            }
          />
          <div className="mb-6 max-w-2xl">
            <Stepper steps={STEPS.map((key) => ({ key, label: t(`step.${key}`) }))} current={matching(data, query) ? 'columns' : stepOf(data)} />
          </div>
          <Body batch={data} />
        </>
      )}
    </QueryState>
  );
}

function stepOf({ state }: ImportBatchPage): (typeof STEPS)[number] {
  return state === 'checking' || state === 'checked' || state === 'refused' || state === 'failed' ? 'check' : 'apply';
}

function matching({ state, can }: ImportBatchPage, query: URLSearchParams): boolean {
  return state === 'mapping' || (query.get('langkah') === 'kolom' && can.map);
}

function Body({ batch }: { readonly batch: ImportBatchPage }) {
  const [query] = useSearchParams();
  if (batch.state === 'checking' || batch.state === 'applying' || batch.state === 'undoing') return <UnderWay batch={batch} />;
  if (batch.state === 'refused' || batch.state === 'failed') return <Unusable batch={batch} />;
  if (matching(batch, query)) return <MappingForm batch={batch} />;
  return (
    <div className="grid grid-cols-1 gap-6">
      <BatchSummary batch={batch} />
      <BatchNewcomers batch={batch} />
      <BatchActions batch={batch} />
      <RowTabs batch={batch} />
    </div>
  );
}

function UnderWay({ batch }: { readonly batch: ImportBatchPage }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { done, total } = batch.progress;
  return (
    <Card className="max-w-2xl">
      <p className="mb-3 font-semibold" role="status">
        {t(`underWay.${batch.state}`)}
      </p>
      <Progress share={total === 0 ? 0 : Math.min(done / total, 0.99)} figure={total > 0} label={t(`underWay.${batch.state}`)} note={total === 0 ? t('underWay.begin') : t('underWay.rows', { done: format.number(done), total: format.number(total) })} />
      <p className="mt-4 text-sm text-ink-soft">{t('underWay.leave')}</p>
    </Card>
  );
}

function Unusable({ batch }: { readonly batch: ImportBatchPage }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const again = (
    <LinkButton to={`/kelola/pegawai/impor${batch.kind === 'units' ? '?jenis=unit' : ''}`} size="small">
      {t('refusal.again')}
    </LinkButton>
  );
  return (
    <div className="max-w-2xl">
      {batch.refusal === null ? (
        <Notice tone="danger" title={t('refusal.ourFault')} action={again}>
          {t('refusal.ourFaultText')}
        </Notice>
      ) : (
        <Notice tone="danger" title={t(`refusal.${batch.refusal.reason}.title`)} action={again}>
          {t(`refusal.${batch.refusal.reason}.text`, Object.fromEntries(Object.entries(batch.refusal.params).map(([key, value]) => [key, typeof value === 'number' ? format.number(value) : value])))}
        </Notice>
      )}
    </div>
  );
}
