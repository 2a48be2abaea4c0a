import type { CertificateSheet as Sheet } from '@pamong/contract/certificates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useLive } from '../../shared/live/use-live.js';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { useMe } from '../../shared/session/use-session.js';
import { Card, Section } from '../../ui/card.js';
import { DataList } from '../../ui/data-table.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { CertificateSheet } from './certificate-sheet.js';
import { DownloadLink } from './download-link.js';
import { StatusBadge } from './status-badge.js';
import { useJpText } from './use-jp-text.js';
import { usePeriodText } from './use-period-text.js';

/** One certificate of mine: how it looks, its facts, its document, its public page. */
export default function CertificatePage() {
  const { t } = useTranslation('certificates');
  const { certificateId = '' } = useParams();
  const client = useQueryClient();
  const query = routeQuery('certificates', 'get', { params: { certificateId } });
  const certificate = useQuery(query);
  const refresh = () => void client.invalidateQueries({ queryKey: query.queryKey });
  useLive('certificates.issued', refresh, refresh);
  usePageTitle(certificate.data?.courseTitle ?? null);
  return (
    <QueryState query={certificate} place="page" errorTitle={t('one.failed')}>
      {(sheet) => <Certificate sheet={sheet} />}
    </QueryState>
  );
}

function Certificate({ sheet }: { readonly sheet: z.output<typeof Sheet> }) {
  const { t } = useTranslation('certificates');
  const format = useFormat(toZone(useMe().timeZone));
  const jpText = useJpText();
  const periodText = usePeriodText();
  const { status, id, number, code, bytes } = sheet;
  const facts = [
    { key: 'name', label: t('facts.name'), value: sheet.name },
    ...(sheet.identity ? [{ key: 'identity', label: t('facts.identity'), value: <span className="tabular">{sheet.identity}</span> }] : []),
    { key: 'number', label: t('facts.number'), value: <span className="tabular break-all">{number}</span> },
    { key: 'period', label: t('facts.period'), value: periodText(sheet) },
    { key: 'jp', label: t('facts.jp'), value: jpText(sheet.jp) },
    { key: 'issuer', label: t('facts.issuer'), value: sheet.issuer },
    { key: 'issued', label: t('facts.issued'), value: format.dateTime(sheet.issuedAt) },
    { key: 'code', label: t('facts.code'), value: <span className="tabular">{code}</span> },
    ...(sheet.sha256 ? [{ key: 'hash', label: t('facts.hash'), value: <span className="font-mono text-sm font-normal break-all">{sheet.sha256}</span> }] : []),
  ];
  return (
    <>
      <PageHeader
        title={sheet.courseTitle}
        crumbs={[{ label: t('mine.title'), to: '/sertifikat' }]}
        badges={<StatusBadge status={status} />}
        action={
          <>
            <LinkButton to={`/v/${code}`} tone="secondary" icon={<ExternalLink aria-hidden="true" className="size-4.5" />}>
              {t('one.public')}
            </LinkButton>
            {status !== 'preparing' && <DownloadLink certificateId={id} number={number} bytes={bytes} />}
          </>
        }
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
        <div className="grid gap-5">
          {status === 'preparing' && <Notice live>{t('one.preparing')}</Notice>}
          {status === 'revoked' && (
            <Notice tone="danger" title={t('one.revoked', { at: format.date(sheet.revokedAt ?? '') })}>
              {sheet.revocationReason}
            </Notice>
          )}
          <CertificateSheet sheet={sheet} />
          <p className="text-sm text-ink-soft">{t('one.sealed', { note: sheet.sealNote })}</p>
          <Section title={t('one.facts')} className="mt-3">
            <Card className="py-1!">
              <DataList facts={facts} />
            </Card>
          </Section>
        </div>
        <Section title={t('one.subjects')}>
          <Card as="ol" className="divide-y divide-line py-1!">
            {sheet.subjects.map((subject, index) => (
              <li key={index} className="flex justify-between gap-4 py-2.5 text-sm">
                <span>{subject.title}</span>
                {sheet.jp > 0 && <span className="tabular shrink-0 text-ink-soft">{t('jp', { jp: subject.jp })}</span>}
              </li>
            ))}
          </Card>
        </Section>
      </div>
    </>
  );
}
