import type { ReactNode } from 'react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession } from '../../shared/session/use-session.js';
import { useSlots } from '../../shared/slots/slots.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { PageHeader } from '../../ui/page-header.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { Stepper } from '../../ui/stepper.js';
import { BeginForm } from './begin-form.js';
import { ColourForm } from './colour-form.js';

const STEPS = ['instansi', 'tampilan', 'surel', 'selesai'] as const;
type StepKey = (typeof STEPS)[number];

/** The first hour of an empty installation, step by step: agency and admin, look, mail, and where to go on. */
export default function SetupPage() {
  const { t } = useTranslation('setup');
  const { me, setup } = useSession();
  const [search, setSearch] = useSearchParams();
  const mayGoOn = me?.can.includes('agency.manage') ?? false;
  const asked = STEPS.find((step) => step === search.get('langkah'));
  const step: StepKey = mayGoOn ? (asked === undefined || asked === 'instansi' ? 'tampilan' : asked) : 'instansi';
  const go = (next: StepKey) => setSearch({ langkah: next });
  return (
    <div className="mx-auto w-full max-w-2xl px-4 py-8 sm:px-6 sm:py-12">
      <PageHeader title={t('title')}>{setup && t('lead')}</PageHeader>
      {!setup && !mayGoOn ? (
        <EmptyState drawing="people" title={t('done.title')} action={<LinkButton to="/masuk">{t('done.signIn')}</LinkButton>}>
          {t('done.text')}
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          <Stepper steps={STEPS.map((key) => ({ key, label: t(`steps.${key}`) }))} current={step} />
          {step === 'instansi' && <BeginForm code={search.get('kode') ?? ''} onBegun={() => go('tampilan')} />}
          {step === 'tampilan' && me && (
            <StepCard title={t('look.title')} lead={t('look.lead')} onSkip={() => go('surel')}>
              <ColourForm agency={me.agency} onSaved={() => go('surel')} />
            </StepCard>
          )}
          {step === 'surel' && <MailStep onNext={() => go('selesai')} />}
          {step === 'selesai' && <WhatNext />}
        </div>
      )}
    </div>
  );
}

function StepCard({ title, lead, onSkip, skip, children }: { readonly title: string; readonly lead: string; readonly onSkip: () => void; readonly skip?: string; readonly children: ReactNode }) {
  const { t } = useTranslation('setup');
  return (
    <Card>
      <h2 className="text-lg">{title}</h2>
      <p className="mt-1 mb-5 text-ink-soft">{lead}</p>
      {children}
      <div className="mt-5 border-t border-line pt-4">
        <Button tone="secondary" onClick={onSkip}>
          {skip ?? t('skip')}
        </Button>
      </div>
    </Card>
  );
}

function MailStep({ onNext }: { readonly onNext: () => void }) {
  const { t } = useTranslation('setup');
  const { mailTest: MailTest } = useSlots();
  return (
    <StepCard title={t('mail.title')} lead={t('mail.lead')} onSkip={onNext} skip={t('next')}>
      {MailTest && (
        <Suspense fallback={<SkeletonText lines={3} />}>
          <MailTest />
        </Suspense>
      )}
    </StepCard>
  );
}

function WhatNext() {
  const { t } = useTranslation('setup');
  return (
    <Card>
      <h2 className="text-lg">{t('onward.title')}</h2>
      <p className="mt-1 mb-5 text-ink-soft">{t('onward.lead')}</p>
      <div className="flex flex-wrap gap-3 max-sm:[&>*]:w-full">
        <LinkButton to="/kelola/pegawai/impor?jenis=unit">{t('onward.units')}</LinkButton>
        <LinkButton to="/kelola/pegawai/impor" tone="secondary">
          {t('onward.people')}
        </LinkButton>
        <LinkButton to="/kelola/masuk-instansi" tone="secondary">
          {t('onward.signOn')}
        </LinkButton>
        <LinkButton to="/beranda" tone="secondary">
          {t('onward.home')}
        </LinkButton>
      </div>
    </Card>
  );
}
