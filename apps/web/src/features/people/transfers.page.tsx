import type { Transfer } from '@pamong/contract/transfers';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { formatStaffNumber } from '../../shared/format/staff-number.js';
import { useFormat } from '../../shared/format/use-format.js';
import { useCan } from '../../shared/session/use-session.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { Select } from '../../ui/select.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';
import type { TransferTask } from './transfer-dialogs.js';

export type TransferData = z.output<typeof Transfer>;

const TransferDialog = lazy(() => import('./transfer-dialogs.js'));

/** "Perpindahan": people who come from other agencies and go to them, with what waits for a decision first. */
export default function TransfersPage() {
  const { t } = useTranslation('people');
  const [query, setQuery] = useSearchParams();
  const [task, setTask] = useState<TransferTask | null>(null);
  const side = query.get('arah') === 'masuk' ? 'in' : query.get('arah') === 'keluar' ? 'out' : undefined;
  const list = useQuery({ ...routeQuery('transfers', 'list', { query: { page: Number(query.get('page')) || 1, ...(side && { side }) } }), placeholderData: keepPreviousData });
  const request = useCan()('person.manage') && (
    <Button icon={<UserPlus aria-hidden="true" className="size-5" />} onClick={() => setTask({ kind: 'request' })}>
      {t('transfers.request')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('transfers.title')} crumbs={[{ label: t('list.title'), to: '/kelola/pegawai' }]} action={request}>
        {t('transfers.lead')}
      </PageHeader>
      <div className="mb-5 max-w-56">
        <Select
          aria-label={t('transfers.side')}
          placeholder={t('transfers.sides.both')}
          value={query.get('arah') ?? ''}
          options={(['masuk', 'keluar'] as const).map((value) => ({ value, label: t(`transfers.sides.${value}`) }))}
          onChange={(event) => setQuery(event.target.value === '' ? {} : { arah: event.target.value }, { replace: true })}
        />
      </div>
      <QueryState query={list} skeleton={<SkeletonRows count={5} />} errorTitle={t('transfers.failed')}>
        {({ items, page, size, total }) => (
          <>
            <TransferTable rows={items} onTask={setTask} />
            <Pagination page={page} size={size} total={total} />
          </>
        )}
      </QueryState>
      {task && (
        <Suspense fallback={null}>
          <TransferDialog task={task} onClose={() => setTask(null)} />
        </Suspense>
      )}
    </>
  );
}

function TransferTable({ rows, onTask }: { readonly rows: readonly TransferData[]; readonly onTask: (task: TransferTask) => void }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const columns: Column<TransferData>[] = [
    {
      key: 'person', header: t('facts.name'), phone: 'title',
      cell: ({ person }) => (
        <>
          {person.fullName}
          {person.number && <span className="block text-sm font-normal text-ink-soft">{formatStaffNumber(person.number)}</span>}
        </>
      ),
    },
    {
      key: 'way', header: t('transfers.way'),
      cell: (row) => (
        <>
          {t('transfers.fromTo', { from: row.from.name, to: row.to.name })}
          {row.waitsForAdmin && <span className="block text-sm text-warning-ink">{t('transfers.waitsForAdmin', { from: row.from.name })}</span>}
          {(row.decisionNote ?? row.note) && <span className="block text-sm text-ink-soft">{row.decisionNote ?? row.note}</span>}
        </>
      ),
    },
    { key: 'day', header: t('transfers.effectiveOn'), cell: (row) => format.shortDate(row.effectiveOn), fit: true },
    { key: 'state', header: t('transfers.state'), cell: (row) => <StateBadge transfer={row} />, fit: true },
    { key: 'actions', header: t('transfers.actions'), align: 'end', cell: (row) => <Actions transfer={row} onTask={onTask} /> },
  ];
  return (
    <DataTable
      caption={t('transfers.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.transferId}
      empty={
        <EmptyState drawing="people" title={t('transfers.none')}>
          {t('transfers.noneText')}
        </EmptyState>
      }
    />
  );
}

const TONES: Record<TransferData['state'], Tone> = { proposed: 'warning', accepted: 'success', declined: 'neutral', withdrawn: 'neutral' };

function StateBadge({ transfer }: { readonly transfer: TransferData }) {
  const { t } = useTranslation('people');
  return <Badge tone={TONES[transfer.state]}>{t(transfer.state === 'accepted' && !transfer.applied ? 'transfers.states.waiting' : `transfers.states.${transfer.state}`)}</Badge>;
}

function Actions({ transfer, onTask }: { readonly transfer: TransferData; readonly onTask: (task: TransferTask) => void }) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const withdraw = useMutation({
    mutationFn: () => api.transfers.withdraw({ params: { transferId: transfer.transferId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['transfers'] }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  const { can, person } = transfer;
  return (
    <span className="flex justify-end gap-2">
      {can.accept && (
        <Button size="small" onClick={() => onTask({ kind: 'accept', transfer })}>
          {t('transfers.accept')}
          <span className="sr-only">{person.fullName}</span>
        </Button>
      )}
      {can.decline && (
        <Button size="small" tone="secondary" onClick={() => onTask({ kind: 'decline', transfer })}>
          {t('transfers.decline')}
          <span className="sr-only">{person.fullName}</span>
        </Button>
      )}
      {can.withdraw && (
        <Button size="small" tone="secondary" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('transfers.withdraw')}
          <span className="sr-only">{person.fullName}</span>
        </Button>
      )}
    </span>
  );
}
