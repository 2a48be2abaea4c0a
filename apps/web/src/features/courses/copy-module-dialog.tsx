import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { Button } from '../../ui/button.js';
import { Combobox } from '../../ui/combobox.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { toast } from '../../ui/toast-store.js';
import { type Course, useShowCourse } from './use-course.js';

interface CopyModuleProps {
  readonly course: Course;
  readonly module: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
}

/** Takes a module along into another course, or doubles it in this one. */
export default function CopyModuleDialog({ course, module, onClose }: CopyModuleProps) {
  const { t } = useTranslation('courses');
  const show = useShowCourse();
  const sentence = useProblemSentence();
  const [text, setText] = useState('');
  const [target, setTarget] = useState({ id: course.id, title: course.title });
  const found = useQuery({ ...routeQuery('courses', 'list', { query: { q: text, size: 10 } }), placeholderData: keepPreviousData });
  const copy = useMutation({
    mutationFn: () => api.courseReuse.copyModule({ params: { courseId: course.id, moduleId: module.id }, body: { toCourseId: target.id } }),
    onSuccess: (received) => {
      show(received);
      onClose();
      toast({ text: t('copyModule.done', { module: module.title, course: target.title }), tone: 'success' });
    },
  });
  const offered = (found.data?.items ?? []).filter((one) => one.archivedAt === null);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('copyModule.title', { module: module.title })}
      description={t('copyModule.text')}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('create.cancel')}
          </Button>
          <Button busy={copy.isPending} onClick={() => copy.mutate()}>
            {t('copyModule.submit')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {copy.error && <Notice tone="danger" live title={sentence(copy.error)} />}
        <Field name="toCourseId" label={t('copyModule.to')} hint={t('copyModule.chosen', { course: target.title })}>
          {(control) => (
            <Combobox
              control={control}
              value={target.id}
              options={offered.map((one) => ({ value: one.id, label: [one.code, one.title].join(' · ') }))}
              onSearch={(typed) => setText(typed.trim())}
              emptyText={t('reach.nothingFound')}
              onValue={(id) => {
                const chosen = offered.find((one) => one.id === id);
                if (chosen) setTarget({ id, title: chosen.title });
              }}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
