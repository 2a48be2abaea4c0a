import type { PublicCertificate } from '@pamong/contract/certificates';
import { ApiProblem } from '@pamong/contract/client';
import { useQuery } from '@tanstack/react-query';
import { Ban, CircleCheck, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Card, Section } from '../../ui/card.js';
import { DataList } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { QueryState } from '../../ui/query-state.js';
import { CompareFile } from './compare-file.js';
import { useJpText } from './use-jp-text.js';
import { useNoIndex } from './use-no-index.js';
import { usePeriodText } from './use-period-text.js';

/** What a stranger with the code, or behind the QR, may know of a certificate. */
export default function VerifyPage() {
  const { t } = useTranslation('certificates');
  const { code = '' } = useParams();
  useNoIndex();
  const certificate = useQuery({ ...routeQuery('certificates', 'verify', { params: { code } }), retry: false });
  const unknown = certificate.error instanceof ApiProblem && certificate.error.code === 'CERTIFICATE_UNKNOWN';
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      {unknown ? (
        <>
          <h1 tabIndex={-1} className="text-center text-2xl sm:text-3xl">
            {t('verify.title')}
          </h1>
          <EmptyState drawing="search" title={t('verify.unknownTitle')} action={<LinkButton to="/v">{t('verify.unknownAction')}</LinkButton>}>
            {t('verify.unknownText', { code })}
          </EmptyState>
        </>
      ) : (
        <QueryState query={certificate} place="page" errorTitle={t('verify.failed')}>
          {(found) => <Verdict found={found} />}
        </QueryState>
      )}
    </div>
  );
}

const LOOKS = {
  valid: { icon: CircleCheck, style: 'bg-success-soft text-success-ink' },
  preparing: { icon: Hourglass, style: 'bg-info-soft text-info-ink' },
  revoked: { icon: Ban, style: 'bg-danger-soft text-danger-ink' },
} as const;

function Verdict({ found }: { readonly found: z.output<typeof PublicCertificate> }) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const jpText = useJpText();
  const periodText = usePeriodText();
  const { icon: Icon, style } = LOOKS[found.status];
  const facts = [
    { key: 'name', label: t('facts.name'), value: found.name },
    ...(found.maskedNumber ? [{ key: 'number', label: t(`facts.numbers.${found.maskedNumber.kind}`), value: <span className="tabular">{found.maskedNumber.value}</span> }] : []),
    { key: 'course', label: t('facts.course'), value: found.courseTitle },
    { key: 'jp', label: t('facts.jp'), value: jpText(found.jp) },
    { key: 'period', label: t('facts.period'), value: periodText(found) },
    { key: 'issuer', label: t('facts.issuer'), value: found.issuer === found.agency ? found.issuer : `${found.issuer}, ${found.agency}` },
    { key: 'certificate', label: t('facts.number'), value: <span className="tabular break-all">{found.number}</span> },
    { key: 'issued', label: t('facts.issued'), value: format.dateTime(found.issuedAt) },
    { key: 'seal', label: t('facts.seal'), value: found.sealNote },
  ];
  return (
    <>
      <header className={`flex items-start gap-4 rounded-panel p-5 sm:p-6 ${style}`}>
        <Icon aria-hidden="true" className="mt-1 size-9 shrink-0" />
        <div>
          <h1 tabIndex={-1} className="text-2xl sm:text-3xl">
            {t(`verify.${found.status}.title`)}
          </h1>
          <p className="mt-1 text-ink">
            {found.status === 'revoked' ? t('verify.revoked.text', { at: format.date(found.revokedAt ?? ''), reason: found.revocationReason ?? '' }) : t(`verify.${found.status}.text`)}
          </p>
        </div>
      </header>
      <Card className="mt-6 py-1!">
        <DataList facts={facts} />
      </Card>
      {found.sha256 && (
        <Section title={t('compare.title')} className="mt-8">
          <CompareFile sha256={found.sha256} bytes={found.bytes} />
          <p className="mt-4 text-sm text-ink-soft">
            {t('facts.hash')}: <span className="font-mono break-all">{found.sha256}</span>
          </p>
        </Section>
      )}
    </>
  );
}
