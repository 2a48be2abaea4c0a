import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Select } from '../../ui/select.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { type Unit, unitPath, useTreeChanged, zones } from './use-unit.js';

interface Facts {
  name: string;
  shortName: string;
  code: string | null;
  unitKind: string | null;
  timeZone: (typeof zones)[number];
}

const orNothing = { setValueAs: (value: string | null) => (value === null || value.trim() === '' ? null : value) };

/** Makes a unit below another, or changes one. */
export function UnitDialog({ unit, kind, onClose }: { readonly unit: Unit; readonly kind: 'create' | 'change'; readonly onClose: () => void }) {
  const { t } = useTranslation('organisations');
  const changed = useTreeChanged();
  const navigate = useNavigate();
  const params = { organisationId: unit.id };
  const timeZone = unit.timeZone as Facts['timeZone'];
  const form = useContractForm<Facts>({
    defaultValues: kind === 'create' ? { name: '', shortName: '', code: null, unitKind: null, timeZone } : { name: unit.name, shortName: unit.shortName, code: unit.code, unitKind: unit.unitKind, timeZone },
    schema: () => import('@pamong/contract/organisations').then((contract) => contract.CreateUnit),
    onSubmit: async (body) => {
      const saved = kind === 'create' ? await api.organisations.create({ params, body }) : await api.organisations.change({ params, body: { ...body, revision: unit.revision } });
      await changed();
      toast({ text: t(`form.${kind}d`, { name: saved.name }), tone: 'success' });
      onClose();
      if (kind === 'create') await navigate(unitPath(saved.id));
    },
  });
  const labels = { name: t('facts.name'), shortName: t('facts.shortName'), code: t('facts.code'), unitKind: t('facts.kind') };
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t(`actions.${kind}`)}
      description={kind === 'create' ? t('form.below', { name: unit.name }) : undefined}
      labels={labels}
      cancel={t('form.cancel')}
      submit={t('form.save')}
    >
      <Field name="name" label={labels.name} hint={t('form.nameHint')} error={form.errorOf('name')} required>
        {(control) => <TextInput {...control} {...form.register('name')} data-first-focus maxLength={200} autoComplete="off" />}
      </Field>
      <Field name="shortName" label={labels.shortName} error={form.errorOf('shortName')} required>
        {(control) => <TextInput {...control} {...form.register('shortName')} maxLength={100} autoComplete="off" />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <Field name="code" label={labels.code} hint={t('form.codeHint')} error={form.errorOf('code')} optional>
          {(control) => <TextInput {...control} {...form.register('code', orNothing)} maxLength={60} autoComplete="off" />}
        </Field>
        <Field name="unitKind" label={labels.unitKind} hint={t('form.kindHint')} error={form.errorOf('unitKind')} optional>
          {(control) => <TextInput {...control} {...form.register('unitKind', orNothing)} maxLength={60} autoComplete="off" />}
        </Field>
      </div>
      <Field name="timeZone" label={t('facts.timeZone')} error={form.errorOf('timeZone')}>
        {(control) => <Select {...control} {...form.register('timeZone')} options={zones.map((zone) => ({ value: zone, label: t(`zones.${zone}`) }))} />}
      </Field>
    </FormDialog>
  );
}
