import type { BeginSetup } from '@pamong/contract/setup';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useReplaceSession } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Select } from '../../ui/select.js';
import { PasswordInput, TextInput } from '../../ui/text-input.js';

type Begin = z.input<typeof BeginSetup>;

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
const orNothing = { setValueAs: (value: string | null) => (value === null || value.trim() === '' ? null : value) };

/** Agency and admin on one page: nothing is made before all of it is right. */
export function BeginForm({ code, onBegun }: { readonly code: string; readonly onBegun: () => void }) {
  const { t } = useTranslation('setup');
  const replace = useReplaceSession();
  const form = useContractForm<Begin>({
    defaultValues: {
      code,
      agency: { name: '', shortName: '', timeZone: 'Asia/Jakarta' },
      admin: { titleBefore: null, name: '', titleAfter: null, staffNumber: null, email: null, password: '' },
    },
    schema: () => import('@pamong/contract/setup').then((contract) => contract.BeginSetup),
    onSubmit: async (body) => {
      replace(await api.setup.begin({ body }));
      onBegun();
    },
  });
  const text = (name: Parameters<typeof form.register>[0], more: { hint?: string; optional?: boolean; complete?: string; type?: string } = {}) => (
    <Field name={name} label={t(`fields.${name}`)} hint={more.hint} error={form.errorOf(name)} {...(more.optional ? { optional: true } : { required: true })}>
      {(control) => (
        <TextInput {...control} {...form.register(name, more.optional ? orNothing : {})} type={more.type ?? 'text'} autoComplete={more.complete ?? 'off'} />
      )}
    </Field>
  );
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)} className="grid gap-6">
      <FormErrors
        faults={form.faults}
        problem={form.problem}
        submitCount={form.formState.submitCount}
        labels={Object.fromEntries(['code', 'agency.name', 'agency.shortName', 'admin.name', 'admin.staffNumber', 'admin.email', 'admin.password'].map((name) => [name, t(`fields.${name}`)]))}
      />
      <Card as="fieldset" className="grid gap-5">
        <legend className="float-start mb-1 w-full text-lg font-bold">{t('agencyTitle')}</legend>
        {text('agency.name', { hint: t('hints.agencyName') })}
        <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
          {text('agency.shortName', { hint: t('hints.shortName') })}
          <Field name="agency.timeZone" label={t('fields.agency.timeZone')} hint={t('hints.timeZone')} error={form.errorOf('agency.timeZone')}>
            {(control) => <Select {...control} {...form.register('agency.timeZone')} options={zones.map((zone) => ({ value: zone, label: t(`zones.${zone}`) }))} />}
          </Field>
        </div>
      </Card>
      <Card as="fieldset" className="grid gap-5">
        <legend className="float-start mb-1 w-full text-lg font-bold">{t('adminTitle')}</legend>
        {text('admin.name', { complete: 'name' })}
        <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
          {text('admin.titleBefore', { optional: true, complete: 'honorific-prefix' })}
          {text('admin.titleAfter', { optional: true, complete: 'honorific-suffix' })}
        </div>
        <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
          {text('admin.staffNumber', { optional: true, hint: t('hints.staffNumber'), complete: 'username' })}
          {text('admin.email', { optional: true, hint: t('hints.email'), complete: 'email', type: 'email' })}
        </div>
        <Field name="admin.password" label={t('fields.admin.password')} hint={t('hints.password')} error={form.errorOf('admin.password')} required>
          {(control) => <PasswordInput {...control} {...form.register('admin.password')} autoComplete="new-password" />}
        </Field>
      </Card>
      <Card>{text('code', { hint: t('hints.code') })}</Card>
      <Button type="submit" size="large" busy={form.formState.isSubmitting}>
        {t('begin')}
      </Button>
    </form>
  );
}
