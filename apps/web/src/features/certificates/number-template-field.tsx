import type { CertificateDecisions, certificateSettings } from '@pamong/contract/certificate-settings';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Field, fieldId } from '../../ui/field.js';
import { TextInput } from '../../ui/text-input.js';

export interface NumberTemplateFieldProps {
  readonly form: ReturnType<typeof useContractForm<z.output<typeof CertificateDecisions>>>;
  /** Without braces. */
  readonly placeholders: readonly string[];
  /** What the template makes; absent until the first answer. */
  readonly example: ResponseOf<typeof certificateSettings.example> | undefined;
}

/** The template of a number with what it makes, and buttons that write the placeholders. */
export function NumberTemplateField({ form, placeholders, example }: NumberTemplateFieldProps) {
  const { t } = useTranslation('certificates');
  const fault = example?.fault ?? null;
  const insert = (placeholder: string) => {
    const input = document.getElementById(fieldId('numberTemplate')) as HTMLInputElement;
    const at = input.selectionStart ?? input.value.length;
    form.setValue('numberTemplate', `${input.value.slice(0, at)}{${placeholder}}${input.value.slice(input.selectionEnd ?? at)}`, { shouldDirty: true });
    input.focus();
  };
  return (
    <div className="grid gap-3">
      <Field
        name="numberTemplate"
        label={t('settings.number')}
        hint={t('settings.numberHint')}
        error={form.errorOf('numberTemplate') ?? (fault ? t(`settings.fault.${fault.code}`, { placeholder: `{${fault.placeholder}}` }) : undefined)}
        required
      >
        {(control) => <TextInput {...control} {...form.register('numberTemplate')} maxLength={120} spellCheck={false} autoCapitalize="none" autoComplete="off" className="font-mono" />}
      </Field>
      <p role="status" className="rounded-control bg-sunken px-3 py-2.5 text-sm">
        {example?.number ? (
          <>
            {t('settings.next')} <strong className="tabular break-all">{example.number}</strong>
          </>
        ) : (
          <span className="text-ink-soft">{t(fault ? 'settings.noExample' : 'settings.exampleComing')}</span>
        )}
      </p>
      <div>
        <p className="text-sm font-semibold">{t('settings.placeholders')}</p>
        <ul className="mt-2 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1.5">
          {placeholders.map((placeholder) => (
            <li key={placeholder} className="col-span-2 grid grid-cols-subgrid items-center text-sm">
              <Button tone="secondary" size="small" className="justify-self-start font-mono" onClick={() => insert(placeholder)}>
                <span className="sr-only">{t('settings.insert')}</span>
                {`{${placeholder}}`}
              </Button>
              <span className="text-ink-soft">{t(`settings.placeholder.${placeholder.replace(/:.*/, '')}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
