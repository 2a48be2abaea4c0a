import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Select } from '../../ui/select.js';
import { TextInput } from '../../ui/text-input.js';
import { useShowCourse } from './use-course.js';

/** A title is enough to begin; everything else is asked in the editor, when it matters. */
export function CreateCourseDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const show = useShowCourse();
  const id = useId();
  const templates = useQuery({ ...routeQuery('courseReuse', 'templates'), enabled: open });
  const [templateId, setTemplateId] = useState('');
  const form = useContractForm<{ title: string }>({
    defaultValues: { title: '' },
    schema: () => import('@pamong/contract/courses').then((module) => module.CreateCourse),
    onSubmit: async ({ title }) => {
      const course = templateId === '' ? await api.courses.create({ body: { title } }) : await api.courseReuse.startFrom({ params: { templateId }, body: { title } });
      show(course);
      await navigate(`/kelola/pelatihan/${course.id}`);
    },
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('create.title')}
      description={t('create.description')}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('create.cancel')}
          </Button>
          <Button type="submit" form={id} busy={form.formState.isSubmitting}>
            {t('create.submit')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void form.submit(event)} noValidate>
        <FormErrors labels={{ title: t('facts.title') }} faults={form.faults} problem={form.problem} submitCount={form.formState.submitCount} />
        <Field name="title" label={t('facts.title')} hint={t('create.hint')} error={form.errorOf('title')} required>
          {(control) => <TextInput {...control} {...form.register('title')} data-first-focus maxLength={200} autoComplete="off" />}
        </Field>
        {templates.data && templates.data.items.length > 0 && (
          <Field name="template" label={t('create.template')} optional>
            {(control) => (
              <Select
                {...control}
                placeholder={t('create.empty')}
                value={templateId}
                options={templates.data.items.map((one) => ({ value: one.id, label: one.title }))}
                onChange={(event) => setTemplateId(event.target.value)}
              />
            )}
          </Field>
        )}
      </form>
    </Dialog>
  );
}
