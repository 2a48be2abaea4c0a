import type { Certificate } from '@pamong/contract/certificates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useLive } from '../../shared/live/use-live.js';
import { useMe } from '../../shared/session/use-session.js';
import { Card } from '../../ui/card.js';
import { cx } from '../../ui/cx.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonCards } from '../../ui/skeleton.js';
import { DownloadLink } from './download-link.js';
import { SheetFrame } from './sheet-frame.js';
import { StatusBadge } from './status-badge.js';
import { useJpText } from './use-jp-text.js';

/** Everything that was certified, newest first; a new one appears by itself. */
export default function MyCertificatesPage() {
  const { t } = useTranslation('certificates');
  const client = useQueryClient();
  const list = routeQuery('certificates', 'mine');
  const certificates = useQuery(list);
  const refresh = () => void client.invalidateQueries({ queryKey: list.queryKey });
  useLive('certificates.issued', refresh, refresh);
  return (
    <>
      <PageHeader title={t('mine.title')}>{t('mine.lead')}</PageHeader>
      <QueryState query={certificates} skeleton={<SkeletonCards count={3} />} errorTitle={t('mine.failed')}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState drawing="certificate" title={t('mine.emptyTitle')} action={<LinkButton to="/katalog">{t('mine.emptyAction')}</LinkButton>}>
              {t('mine.emptyText')}
            </EmptyState>
          ) : (
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] gap-4">
              {items.map((certificate) => (
                <CertificateCard key={certificate.id} certificate={certificate} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </>
  );
}

function CertificateCard({ certificate }: { readonly certificate: z.output<typeof Certificate> }) {
  const format = useFormat(toZone(useMe().timeZone));
  const jpText = useJpText();
  const { id, status, title, courseTitle, number, jp, issuedAt, issuer, bytes } = certificate;
  return (
    <Card as="li" padded={false} className="flex flex-col overflow-hidden">
      <Link to={`/sertifikat/${id}`} tabIndex={-1} aria-hidden="true" className={status === 'revoked' ? 'opacity-45 grayscale' : undefined}>
        <SheetFrame compact>
          <span className={cx('font-bold text-[#0f5257]', title.length > 12 ? 'text-[2.6cqw] tracking-[0.08em]' : 'text-[3.2cqw] tracking-[0.24em]')}>{title}</span>
          <span className="mt-[2cqw] text-[5.6cqw] leading-tight font-bold text-balance">{courseTitle}</span>
        </SheetFrame>
      </Link>
      <div className="flex grow flex-col gap-3 p-4">
        <div>
          <h2 className="text-base leading-snug">
            <Link to={`/sertifikat/${id}`} className="hover:underline">
              {courseTitle}
            </Link>
          </h2>
          <p className="mt-1 text-sm text-ink-soft">{issuer}</p>
        </div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-soft">
          <StatusBadge status={status} />
          <span className="tabular">{jpText(jp)}</span>
          <span>{format.date(issuedAt)}</span>
        </p>
        <div className="mt-auto flex flex-wrap items-center justify-between gap-2">
          <span className="tabular text-xs break-all text-ink-faint">{number}</span>
          {status !== 'preparing' && <DownloadLink certificateId={id} number={number} bytes={bytes} tone="secondary" />}
        </div>
      </div>
    </Card>
  );
}
