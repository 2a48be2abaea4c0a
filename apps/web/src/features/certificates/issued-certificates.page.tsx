import type { IssuedCertificate } from '@pamong/contract/certificates';
import { useQuery } from '@tanstack/react-query';
import { Search, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useCan, useMe } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton, TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { TextInput } from '../../ui/text-input.js';
import { DownloadLink } from './download-link.js';
import { RevokeDialog } from './revoke-dialog.js';
import { StatusBadge } from './status-badge.js';
import { useJpText } from './use-jp-text.js';

type Issued = z.output<typeof IssuedCertificate>;

/** Certificates of the agencies that this admin looks after: find, download, revoke. */
export default function IssuedCertificatesPage() {
  const { t } = useTranslation('certificates');
  const can = useCan();
  const [query, setQuery] = useSearchParams();
  const [typed, setTyped] = useState(query.get('cari') ?? '');
  const [revoking, setRevoking] = useState<Issued | null>(null);
  const search = query.get('cari') ?? '';
  const issued = useQuery(routeQuery('certificates', 'issued', { query: { page: Number(query.get('page') ?? 1), search } }));
  const columns = useColumns(setRevoking);
  return (
    <>
      <PageHeader title={t('issued.title')} {...(can('certificate.manage') ? { action: <SettingsLink /> } : {})}>
        {t('issued.lead')}
      </PageHeader>
      <form
        role="search"
        className="mb-5 flex max-w-xl gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          setQuery(typed.trim() === '' ? {} : { cari: typed.trim() });
        }}
      >
        <TextInput aria-label={t('issued.search')} placeholder={t('issued.search')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} before={<Search aria-hidden="true" className="size-4.5" />} className="grow" />
        <Button type="submit" tone="secondary">
          {t('issued.find')}
        </Button>
      </form>
      <QueryState query={issued} skeleton={<SkeletonRows count={6} />} errorTitle={t('issued.failed')}>
        {({ items, page, size, total, addressSet }) => (
          <>
            {!addressSet && (
              <div className="mb-5">
                <Notice tone="warning" title={t('issued.addressTitle')}>
                  {t('issued.addressText')}
                </Notice>
              </div>
            )}
            <DataTable caption={t('issued.title')} columns={columns} rows={items} rowKey={(row) => row.id} empty={<Nothing searched={search !== ''} />} />
            <Pagination page={page} size={size} total={total} />
          </>
        )}
      </QueryState>
      {revoking && <RevokeDialog certificate={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function SettingsLink() {
  const { t } = useTranslation('certificates');
  return (
    <LinkButton tone="secondary" to="/kelola/sertifikat/pengaturan" icon={<Settings2 aria-hidden="true" className="size-4" />}>
      {t('settings.open')}
    </LinkButton>
  );
}

function Nothing({ searched }: { readonly searched: boolean }) {
  const { t } = useTranslation('certificates');
  return (
    <EmptyState drawing={searched ? 'search' : 'certificate'} title={t(searched ? 'issued.notFoundTitle' : 'issued.emptyTitle')}>
      {t(searched ? 'issued.notFoundText' : 'issued.emptyText')}
    </EmptyState>
  );
}

function NameAndCourse({ row }: { readonly row: Issued }) {
  return (
    <>
      <span className="block">{row.name}</span>
      <span className="block text-sm font-normal text-ink-soft">{row.courseTitle}</span>
    </>
  );
}

function useColumns(onRevoke: (row: Issued) => void): Column<Issued>[] {
  const { t } = useTranslation('certificates');
  const format = useFormat(toZone(useMe().timeZone));
  const jpText = useJpText();
  return [
    { key: 'name', header: t('facts.name'), cell: (row) => <NameAndCourse row={row} />, phone: 'title' },
    { key: 'number', header: t('facts.number'), cell: (row) => <TextLink to={`/v/${row.code}`} className="max-sm:break-all sm:whitespace-nowrap">{row.number}</TextLink> },
    { key: 'jp', header: t('facts.jpShort'), cell: (row) => jpText(row.jp), align: 'end', fit: true },
    { key: 'issued', header: t('facts.issued'), cell: (row) => format.shortDate(row.issuedAt), fit: true },
    { key: 'status', header: t('facts.status'), cell: (row) => <StatusBadge status={row.status} />, fit: true },
    {
      key: 'actions',
      header: t('issued.actions'),
      align: 'end',
      cell: (row) => (
        <span className="flex justify-end gap-2 max-sm:flex-wrap">
          {row.status !== 'preparing' && <DownloadLink certificateId={row.id} number={row.number} bytes={null} tone="secondary" size="small" />}
          {row.can.revoke && (
            <Button tone="secondary" size="small" onClick={() => onRevoke(row)}>
              {t('revoke.open')}
              <span className="sr-only">{row.number}</span>
            </Button>
          )}
        </span>
      ),
    },
  ];
}
