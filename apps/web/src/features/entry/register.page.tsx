import type { Registration } from '@pamong/contract/entry';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useLanguage } from '../../shared/i18n/use-language.js';
import { useSession } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { Select } from '../../ui/select.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { TextInput } from '../../ui/text-input.js';
import { NarrowPage } from './narrow-page.js';

type Values = Required<z.input<typeof Registration>>;
interface Agency {
  readonly id: string;
  readonly name: string;
}

/** People from outside register with an address that a letter proves. */
export default function RegisterPage() {
  const { t } = useTranslation('entry');
  const { demo } = useSession();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const options = useQuery(routeQuery('entry', 'options'));
  return (
    <NarrowPage title={t('register.title')} lead={sentTo === null ? t('register.lead') : undefined}>
      {sentTo === null ? (
        <QueryState query={options} skeleton={<SkeletonRows count={5} />}>
          {({ registration }) =>
            registration.length === 0 ? (
              <Notice title={t('register.closedTitle')}>{t('register.closedText')}</Notice>
            ) : (
              <Form agencies={registration} onSent={setSentTo} />
            )
          }
        </QueryState>
      ) : (
        <Notice tone="success" live title={t('forgot.sentTitle')}>
          {t('register.sentText', { email: sentTo })}
          {demo && <span className="mt-2 block">{t('forgot.demo')}</span>}
        </Notice>
      )}
      <p className="text-sm">
        <TextLink to="/masuk">{t('toSignIn')}</TextLink>
      </p>
    </NarrowPage>
  );
}

function Form({ agencies, onSent }: { readonly agencies: readonly Agency[]; readonly onSent: (email: string) => void }) {
  const { t } = useTranslation('entry');
  const [query] = useSearchParams();
  const [language] = useLanguage();
  const chosen = agencies.find((agency) => agency.id === query.get('instansi')) ?? (agencies.length === 1 ? agencies[0] : undefined);
  const form = useContractForm<Values>({
    defaultValues: { agencyId: chosen?.id ?? '', titleBefore: '', name: '', titleAfter: '', email: '', affiliation: '', number: '', language },
    schema: () => import('@pamong/contract/entry').then((contract) => contract.Registration),
    onSubmit: async (body) => {
      await api.entry.register({ body: { ...body, language } });
      onSent(body.email);
    },
  });
  const labels = {
    agencyId: t('register.agency'), titleBefore: t('register.titleBefore'), name: t('register.name'), titleAfter: t('register.titleAfter'),
    email: t('register.email'), affiliation: t('register.affiliation'), number: t('register.number'),
  };
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <FormErrors faults={form.faults} labels={labels} problem={form.problem} submitCount={form.formState.submitCount} />
      <div className="grid gap-5">
        {agencies.length > 1 && (
          <Field name="agencyId" label={labels.agencyId} hint={t('register.agencyHint')} error={form.errorOf('agencyId')} required>
            {(control) => <Select {...control} {...form.register('agencyId')} placeholder={t('register.choose')} options={agencies.map(({ id, name }) => ({ value: id, label: name }))} />}
          </Field>
        )}
        <Field name="name" label={labels.name} hint={t('register.nameHint')} error={form.errorOf('name')} required>
          {(control) => <TextInput {...control} {...form.register('name')} autoComplete="name" />}
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field name="titleBefore" label={labels.titleBefore} optional error={form.errorOf('titleBefore')}>
            {(control) => <TextInput {...control} {...form.register('titleBefore')} autoComplete="honorific-prefix" placeholder="Dr." />}
          </Field>
          <Field name="titleAfter" label={labels.titleAfter} optional error={form.errorOf('titleAfter')}>
            {(control) => <TextInput {...control} {...form.register('titleAfter')} autoComplete="honorific-suffix" placeholder="S.Kom." />}
          </Field>
        </div>
        <Field name="affiliation" label={labels.affiliation} hint={t('register.affiliationHint')} error={form.errorOf('affiliation')} required>
          {(control) => <TextInput {...control} {...form.register('affiliation')} autoComplete="organization" />}
        </Field>
        <Field name="number" label={labels.number} hint={t('register.numberHint')} optional error={form.errorOf('number') && t('register.numberFault')}>
          {(control) => <TextInput {...control} {...form.register('number')} autoComplete="off" />}
        </Field>
        <Field name="email" label={labels.email} hint={t('register.emailHint')} error={form.errorOf('email')} required>
          {(control) => <TextInput {...control} {...form.register('email')} type="email" autoComplete="email" autoCapitalize="none" spellCheck={false} />}
        </Field>
        <Button type="submit" size="large" wide busy={form.formState.isSubmitting}>
          {t('register.submit')}
        </Button>
      </div>
    </form>
  );
}
