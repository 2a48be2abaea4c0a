import type { ResponseOf } from '@pamong/contract/kernel/route';
import type { signOn } from '@pamong/contract/sign-on';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Card, Section } from '../../ui/card.js';
import { Checkbox, Switch } from '../../ui/choices.js';
import { DataList } from '../../ui/data-table.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { Notice } from '../../ui/notice.js';
import { PasswordInput, TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { looksPrivate } from './private-address.rules.js';
import { TrialResult } from './trial-result.js';

type Stored = ResponseOf<typeof signOn.settings>;
type Values = Omit<Stored, 'hasSecret' | 'redirectUri' | 'signedOutUri'> & { readonly clientSecret: string };

/** An empty secret keeps the stored one; where none is stored it means a public client. */
function bodyOf(values: Values, hasSecret: boolean) {
  const { clientSecret, ...rest } = values;
  return clientSecret === '' && hasSecret ? rest : { ...rest, clientSecret };
}

/** What is typed with blanks or commas between. */
function wordsOf(typed: string | string[]): string[] {
  return Array.isArray(typed) ? typed : typed.split(/[\s,]+/).filter((word) => word !== '');
}

export function SignOnForm({ agencyId, stored }: { readonly agencyId: string; readonly stored: Stored }) {
  const { t } = useTranslation('sign-on');
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const { hasSecret, redirectUri, signedOutUri, ...settings } = stored;
  const form = useContractForm<Values>({
    defaultValues: { ...settings, clientSecret: '' },
    schema: () => import('@pamong/contract/sign-on').then((contract) => contract.SaveSignOnSettings),
    onSubmit: async (values) => {
      const saved = await api.signOn.saveSettings({ query: { agencyId }, body: bodyOf(values, hasSecret) });
      client.setQueryData(routeQuery('signOn', 'settings', { query: { agencyId } }).queryKey, saved);
      void client.invalidateQueries({ queryKey: routeQuery('signOn', 'doors').queryKey });
      const { hasSecret: _, redirectUri: __, signedOutUri: ___, ...kept } = saved;
      form.reset({ ...kept, clientSecret: '' });
      toast({ text: t(saved.on ? 'savedOn' : 'savedOff'), tone: 'success' });
    },
  });
  const trial = useMutation({ mutationFn: (values: Values) => api.signOn.trySettings({ query: { agencyId }, body: bodyOf(values, hasSecret) }) });
  const trustsFactor = form.watch('trustFactor');
  const labels = { factorValues: t('factorValues'), issuer: t('issuer'), clientId: t('clientId'), clientSecret: t('clientSecret'), scopes: t('scopes'), numberClaim: t('numberClaim'), label: t('label') };
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)} className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-8">
      <LeaveGuard unsaved={form.formState.isDirty && !form.formState.isSubmitting} />
      <Section title={t('forProvider')}>
        <Card className="py-1!">
          <DataList
            facts={[
              { key: 'redirect', label: t('redirectUri'), value: <code className="text-sm break-all select-all">{redirectUri}</code> },
              { key: 'out', label: t('signedOutUri'), value: <code className="text-sm break-all select-all">{signedOutUri}</code> },
              { key: 'flow', label: t('flow'), value: t('flowText') },
            ]}
          />
        </Card>
      </Section>
      <FormErrors faults={form.faults} labels={labels} problem={form.problem} submitCount={form.formState.submitCount} />
      <Section title={t('provider')}>
        <Card className="grid gap-5">
          <Field name="issuer" label={labels.issuer} hint={t(looksPrivate(form.watch('issuer')) ? 'issuerPrivate' : 'issuerHint')} error={form.errorOf('issuer')} required>
            {(control) => <TextInput {...control} {...form.register('issuer')} type="url" inputMode="url" placeholder="https://sso.kota.go.id/realms/asn" autoComplete="off" spellCheck={false} />}
          </Field>
          <Field name="clientId" label={labels.clientId} error={form.errorOf('clientId')} required>
            {(control) => <TextInput {...control} {...form.register('clientId')} autoComplete="off" autoCapitalize="none" spellCheck={false} />}
          </Field>
          <Field name="clientSecret" label={labels.clientSecret} hint={t(hasSecret ? 'secretKept' : 'secretNone')} error={form.errorOf('clientSecret')}>
            {(control) => <PasswordInput {...control} {...form.register('clientSecret')} autoComplete="off" />}
          </Field>
          <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
            <Field name="numberClaim" label={labels.numberClaim} hint={t('numberClaimHint')} error={form.errorOf('numberClaim')} required>
              {(control) => <TextInput {...control} {...form.register('numberClaim')} autoCapitalize="none" spellCheck={false} />}
            </Field>
            <Field name="scopes" label={labels.scopes} hint={t('scopesHint')} error={form.errorOf('scopes')} required>
              {(control) => <TextInput {...control} {...form.register('scopes')} autoCapitalize="none" spellCheck={false} />}
            </Field>
          </div>
          <div className="grid gap-3 border-t border-line pt-5">
            <Button tone="secondary" busy={trial.isPending} className="justify-self-start" onClick={() => trial.mutate(form.getValues())}>
              {t('try')}
            </Button>
            {trial.isError && <Notice tone="danger" live>{sentence(trial.error)}</Notice>}
            {trial.isSuccess && <TrialResult trial={trial.data} />}
          </div>
        </Card>
      </Section>
      <Section title={t('people')}>
        <Card className="grid gap-5">
          <Checkbox label={t('createAccounts')} hint={t('createAccountsHint')} {...form.register('createAccounts')} />
          <Checkbox label={t('trustFactor')} hint={t('trustFactorHint')} {...form.register('trustFactor')} />
          {trustsFactor && (
            <Field name="factorValues" label={labels.factorValues} hint={t('factorValuesHint')} error={form.errorOf('factorValues')} required>
              {(control) => <TextInput {...control} {...form.register('factorValues', { setValueAs: wordsOf })} autoCapitalize="none" spellCheck={false} />}
            </Field>
          )}
          <Checkbox label={t('matchEmail')} hint={t('matchEmailHint')} {...form.register('matchEmail')} />
          <Field name="label" label={labels.label} hint={t('labelHint')} error={form.errorOf('label')} optional>
            {(control) => <TextInput {...control} {...form.register('label')} />}
          </Field>
          <Switch label={t('on')} hint={t('onHint')} {...form.register('on')} />
        </Card>
      </Section>
      <Button type="submit" size="large" className="justify-self-start max-sm:w-full" busy={form.formState.isSubmitting}>
        {t('save')}
      </Button>
    </form>
  );
}
