import type { PhoneRegistration, Registration } from '@pamong/contract/entry';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useLanguage } from '../../shared/i18n/use-language.js';
import { Button } from '../../ui/button.js';
import { ChoiceGroup, Radio } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Select } from '../../ui/select.js';
import { TextInput } from '../../ui/text-input.js';

export type PhoneBody = z.input<typeof PhoneRegistration>;
/** What the form holds; which of address and number counts is chosen in it. */
export type Outsider = Required<z.input<typeof Registration>> & Pick<PhoneBody, 'phone'>;
export type Way = 'mail' | 'phone';

/** What was sent: a letter, or a code for the number of this body. */
export type Sent = { readonly by: 'mail'; readonly email: string } | { readonly by: 'phone'; readonly body: PhoneBody; readonly registrationId: string };

interface Agency {
  readonly id: string;
  readonly name: string;
}

export interface RegisterFormProps {
  readonly agencies: readonly Agency[];
  /** Ways in which somebody can be reached here; with one there is nothing to choose. */
  readonly ways: readonly Way[];
  /** What was typed before the person came back. */
  readonly typed: Outsider | undefined;
  readonly onSent: (sent: Sent, typed: Outsider) => void;
}

/** Who somebody from outside is, and how they are reached. */
export function RegisterForm({ agencies, ways, typed, onSent }: RegisterFormProps) {
  const { t } = useTranslation('entry');
  const [query] = useSearchParams();
  const [language] = useLanguage();
  const chosen = agencies.find((agency) => agency.id === query.get('instansi')) ?? (agencies.length === 1 ? agencies[0] : undefined);
  const [by, setBy] = useState<Way>(typed?.phone ? 'phone' : (ways[0] ?? 'mail'));
  const form = useContractForm<Outsider>({
    defaultValues: typed ?? { agencyId: chosen?.id ?? '', titleBefore: '', name: '', titleAfter: '', email: '', phone: '', affiliation: '', number: '', language },
    schema: () => import('@pamong/contract/entry').then((contract) => (by === 'phone' ? contract.PhoneRegistration : contract.Registration)),
    onSubmit: async (values) => {
      const { email, phone, ...rest } = { ...values, language };
      if (by === 'mail') {
        await api.entry.register({ body: { ...rest, email } });
        return onSent({ by, email }, { ...values, phone: '' });
      }
      const body = { ...rest, phone };
      const { registrationId } = await api.entry.registerByPhone({ body });
      onSent({ by, body, registrationId }, values);
    },
  });
  const labels = {
    agencyId: t('register.agency'), titleBefore: t('register.titleBefore'), name: t('register.name'), titleAfter: t('register.titleAfter'),
    email: t('register.email'), phone: t('register.phone'), affiliation: t('register.affiliation'), number: t('register.number'),
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
        {ways.length > 1 && (
          <ChoiceGroup legend={t('register.way')}>
            {ways.map((way) => (
              <Radio key={way} name="way" look="card" label={t(`register.ways.${way}`)} checked={by === way} onChange={() => setBy(way)} />
            ))}
          </ChoiceGroup>
        )}
        {by === 'mail' ? (
          <Field name="email" label={labels.email} hint={t('register.emailHint')} error={form.errorOf('email')} required>
            {(control) => <TextInput {...control} {...form.register('email')} type="email" autoComplete="email" autoCapitalize="none" spellCheck={false} />}
          </Field>
        ) : (
          <Field name="phone" label={labels.phone} hint={t('register.phoneHint')} error={form.errorOf('phone') && t('register.phoneFault')} required>
            {(control) => <TextInput {...control} {...form.register('phone')} type="tel" inputMode="tel" autoComplete="tel" placeholder="0812 3456 7890" />}
          </Field>
        )}
        <Button type="submit" size="large" wide busy={form.formState.isSubmitting}>
          {t(by === 'phone' ? 'register.submitPhone' : 'register.submit')}
        </Button>
      </div>
    </form>
  );
}
