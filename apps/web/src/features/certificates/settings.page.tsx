import type { CertificateDecisions, CertificateSettings } from '@pamong/contract/certificate-settings';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useMe } from '../../shared/session/use-session.js';
import { useSettledAgency } from '../../shared/session/use-settled-agency.js';
import { AgencyChooser } from '../../ui/agency-chooser.js';
import { Button } from '../../ui/button.js';
import { Card, Section } from '../../ui/card.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { CertificateSheet } from './certificate-sheet.js';
import { EmblemCard } from './emblem-card.js';
import { NumberTemplateField } from './number-template-field.js';
import { SttpFields } from './sttp-fields.js';

type Settings = z.output<typeof CertificateSettings>;
type Decisions = z.output<typeof CertificateDecisions>;

/** How an agency numbers and signs its certificates, with a sheet that shows it while one types. */
export default function CertificateSettingsPage() {
  const { t } = useTranslation('certificates');
  const { id: organisationId, agencies, choose } = useSettledAgency('certificate.manage');
  const query = useQuery(routeQuery('certificateSettings', 'get', { params: { organisationId } }));
  return (
    <>
      <PageHeader title={t('settings.title')} crumbs={[{ label: t('issued.title'), to: '/kelola/sertifikat' }]}>
        {t('settings.lead')}
      </PageHeader>
      <AgencyChooser agencies={agencies} value={organisationId} onChoose={choose} />
      <QueryState query={query} errorTitle={t('settings.failed')}>
        {(settings) => <SettingsForm key={settings.agency.id} settings={settings} />}
      </QueryState>
    </>
  );
}

function SettingsForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('certificates');
  const client = useQueryClient();
  const params = { organisationId: settings.agency.id };
  const show = (changed: Settings) => {
    client.setQueryData(routeQuery('certificateSettings', 'get', { params }).queryKey, changed);
    void client.invalidateQueries({ queryKey: ['certificateSettings', 'example'] });
  };
  const { numberTemplate, classification, place, sttp } = settings;
  const form = useContractForm<Decisions>({
    defaultValues: { numberTemplate, classification, place, sttp },
    schema: () => import('@pamong/contract/certificate-settings').then((contract) => contract.CertificateDecisions),
    onSubmit: async (body) => {
      const changed = await api.certificateSettings.change({ params, body });
      show(changed);
      form.reset({ numberTemplate: changed.numberTemplate, classification: changed.classification, place: changed.place, sttp: changed.sttp });
      toast({ text: t('settings.saved'), tone: 'success' });
    },
  });
  const values = useSettled(useWatch({ control: form.control }) as Decisions);
  const { sttp: typedSttp, ...asked } = values;
  const { data: example } = useQuery({ ...routeQuery('certificateSettings', 'example', { params, query: asked }), placeholderData: keepPreviousData });
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="grid min-w-0 gap-8">
        <Section title={t('settings.numberAndPlace')}>
          <Card>
            <form noValidate onSubmit={(event) => void form.submit(event)} className="grid gap-5">
              <LeaveGuard unsaved={form.formState.isDirty && !form.formState.isSubmitting} />
              <FormErrors
                faults={form.faults}
                labels={{ numberTemplate: t('settings.number'), classification: t('settings.classification'), place: t('settings.place') }}
                problem={form.problem}
                submitCount={form.formState.submitCount}
              />
              <NumberTemplateField form={form} placeholders={settings.placeholders} example={example} />
              <Field name="classification" label={t('settings.classification')} hint={t('settings.classificationHint')} error={form.errorOf('classification')} optional>
                {(control) => <TextInput {...control} {...form.register('classification')} maxLength={40} className="max-w-48" />}
              </Field>
              <Field name="place" label={t('settings.place')} hint={t('settings.placeHint')} error={form.errorOf('place')} optional>
                {(control) => <TextInput {...control} {...form.register('place')} maxLength={100} className="max-w-sm" />}
              </Field>
              <SttpFields form={form} />
              <div>
                <Button type="submit" busy={form.formState.isSubmitting} className="max-sm:w-full">
                  {t('settings.save')}
                </Button>
              </div>
            </form>
          </Card>
        </Section>
        <EmblemCard settings={settings} onChanged={show} />
      </div>
      <Sample settings={settings} sttp={typedSttp?.issued === true} number={example?.number ?? '…'} issued={example?.issued ?? '…'} />
    </div>
  );
}

/** The sheet as the next certificate would look; the learner is whoever looks at it. */
function Sample({ settings, sttp, number, issued }: { readonly settings: Settings; readonly sttp: boolean; readonly number: string; readonly issued: string }) {
  const { t } = useTranslation('certificates');
  const me = useMe();
  return (
    <Section title={t('settings.sample')} className="min-w-0 lg:sticky lg:top-6">
      <CertificateSheet
        sheet={{
          title: sttp ? 'Surat Tanda Tamat Pelatihan' : 'Sertifikat', emblem: settings.emblem?.url ?? null, parentAgency: '', agency: settings.agency.name, number, name: me.fullName, identity: '', position: [me.post ?? '', me.unit],
          deed: t('settings.sampleDeed'), courseTitle: t('settings.sampleCourse'), sentence: [], code: '7KQ2-MX9D-4TFH', sealNote: '', issued, issuer: settings.agency.name,
        }}
      />
      <p className="mt-2 text-sm text-ink-soft">{t('settings.sampleNote')}</p>
    </Section>
  );
}

/** The value of a quarter of a second ago: a request for each letter would help nobody. */
function useSettled<Value>(value: Value): Value {
  const [settled, settle] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(JSON.parse(text) as Value), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
