import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useMe } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Drawer } from '../../ui/dialog.js';
import { FormErrors } from '../../ui/form-errors.js';
import { PersonField, useFieldLabels } from './person-fields.js';
import { type FieldName, type PersonForm, blankForm, usePersonForm } from './person-form.js';

const FIELDS: readonly FieldName[] = ['name', 'titleBefore', 'titleAfter', 'employmentKind', 'staffNumber', 'organisationId', 'rankCode', 'postKind', 'postName', 'email', 'phone', 'effectiveOn'];

/** The few facts that a person begins with; the rest is on the page, where it is needed. */
export default function CreatePersonDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('people');
  const id = useId();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { timeZone } = useMe();
  const labels = useFieldLabels();
  const form = usePersonForm({
    defaultValues: { ...blankForm, effectiveOn: new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date()) },
    schema: () => import('@pamong/contract/people').then((contract) => contract.CreatePerson),
    onSubmit: async (values: PersonForm) => {
      const { timeZone: _zone, revision: _revision, ...body } = values;
      const { personId } = await api.people.create({ body });
      await client.invalidateQueries({ queryKey: ['people'] });
      await navigate(`/kelola/pegawai/${personId}`);
    },
  });
  return (
    <Drawer
      open
      insistent
      onClose={onClose}
      title={t('create.title')}
      description={t('create.text')}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" form={id} busy={form.formState.isSubmitting}>
            {t('create.submit')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void form.submit(event)} className="grid gap-4">
        <FormErrors faults={form.faults} problem={form.problem} submitCount={form.formState.submitCount} labels={labels} />
        {FIELDS.map((name) => (
          <PersonField key={name} name={name} form={form} />
        ))}
      </form>
    </Drawer>
  );
}
