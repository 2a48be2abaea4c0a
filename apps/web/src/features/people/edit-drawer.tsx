import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { Button } from '../../ui/button.js';
import { Drawer } from '../../ui/dialog.js';
import { FormErrors } from '../../ui/form-errors.js';
import { toast } from '../../ui/toast-store.js';
import { PersonField, useFieldLabels } from './person-fields.js';
import { type PersonData, type PersonForm, formOf, usePersonForm } from './person-form.js';
import { PARTS, type Part } from './person-parts.js';

export interface EditDrawerProps {
  readonly part: Part;
  readonly person: PersonData;
  readonly onClose: () => void;
}

/** Changes one part of a person. What has a history asks from which day on. */
export default function EditDrawer({ part, person, onClose }: EditDrawerProps) {
  const { t } = useTranslation('people');
  const id = useId();
  const client = useQueryClient();
  const labels = useFieldLabels();
  const { fields, dated } = PARTS[part];
  const form = usePersonForm({
    defaultValues: formOf(person),
    schema: () => import('@pamong/contract/people').then((contract) => contract.ChangePerson),
    onSubmit: async (values: PersonForm) => {
      const facts = Object.fromEntries(fields.map((field) => [field, values[field]]));
      await api.people.change({ params: { personId: person.personId }, body: { ...facts, revision: person.revision, effectiveOn: values.effectiveOn } });
      await client.invalidateQueries({ queryKey: ['people'] });
      toast({ text: t('form.saved'), tone: 'success' });
      onClose();
    },
  });
  return (
    <Drawer
      open
      insistent
      onClose={onClose}
      title={t(`edit.${part}.title`)}
      description={t(`edit.${part}.text`)}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" form={id} busy={form.formState.isSubmitting}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void form.submit(event)} className="grid gap-4">
        <FormErrors faults={form.faults} problem={form.problem} submitCount={form.formState.submitCount} labels={labels} />
        {[...fields, ...(dated ? (['effectiveOn'] as const) : [])].map((name) => (
          <PersonField key={name} name={name} form={form} person={person} />
        ))}
      </form>
    </Drawer>
  );
}
