import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { type Course, useShowCourse } from './use-course.js';

interface CopyDialogProps {
  readonly course: Course;
  /** `template`: for others of the agency to start from. */
  readonly what: 'copy' | 'template';
  readonly onClose: () => void;
}

/** A new draft, or a template, with all that is in this course. */
export default function CopyDialog({ course, what, onClose }: CopyDialogProps) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const show = useShowCourse();
  const id = useId();
  const form = useContractForm<{ title: string }>({
    defaultValues: { title: t('copy.of', { title: course.title }).slice(0, 200) },
    schema: () => import('@pamong/contract/courses').then((module) => module.CreateCourse),
    onSubmit: async ({ title }) => {
      const made = await api.courseReuse.duplicate({ params: { courseId: course.id }, body: { title, asTemplate: what === 'template' } });
      show(made);
      onClose();
      await navigate(`/kelola/pelatihan/${made.id}`);
      toast({ text: t(`copy.${what}.done`, { title }), tone: 'success' });
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`copy.${what}.title`)}
      description={t(`copy.${what}.text`)}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('create.cancel')}
          </Button>
          <Button type="submit" form={id} busy={form.formState.isSubmitting}>
            {t(`copy.${what}.submit`)}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void form.submit(event)} noValidate>
        <FormErrors labels={{ title: t('facts.title') }} faults={form.faults} problem={form.problem} submitCount={form.formState.submitCount} />
        <Field name="title" label={t('facts.title')} error={form.errorOf('title')} required>
          {(control) => <TextInput {...control} {...form.register('title')} data-first-focus maxLength={200} autoComplete="off" />}
        </Field>
      </form>
    </Dialog>
  );
}
