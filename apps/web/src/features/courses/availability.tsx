import { useMutation } from '@tanstack/react-query';
import { Archive, ArchiveRestore, CalendarClock, EyeOff, Trash2, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { Card, Section } from '../../ui/card.js';
import { Field } from '../../ui/field.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { momentOf } from './local-moment.js';
import { type Course, useShowCourse } from './use-course.js';

/** When a course appears by itself, and how it leaves: out of the catalogue, into the archive, into the bin. */
export function Availability({ course }: { readonly course: Course }) {
  const { t } = useTranslation('courses');
  const show = useShowCourse();
  const sentence = useProblemSentence();
  const navigate = useNavigate();
  const params = { courseId: course.id };
  const act = useMutation({
    mutationFn: ({ run }: { readonly run: () => Promise<Course>; readonly done: string }) => run(),
    onSuccess: (changed, { done }) => {
      show(changed);
      toast({ text: done, tone: 'success' });
    },
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  const remove = useMutation({
    mutationFn: () => api.courseLifecycle.remove({ params }),
    onSuccess: async () => {
      await navigate('/kelola/pelatihan');
      toast({
        text: t('availability.removed', { title: course.title }),
        undo: () => void api.courseLifecycle.restore({ params }).then((back) => {
          show(back);
          return navigate(`/kelola/pelatihan/${course.id}`);
        }).catch((error: unknown) => toast({ text: sentence(error), tone: 'danger' })),
      });
    },
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  const busy = act.isPending || remove.isPending;
  const icon = 'size-4.5';
  const live = course.published !== null && course.withdrawnAt === null;
  return (
    <Section title={t('availability.title')}>
      <Card className="grid gap-6">
        {course.can.publish && course.archivedAt === null && !course.isTemplate && (
          <Schedule course={course} busy={busy} onSchedule={(at) => act.mutate({ run: () => api.courseLifecycle.schedule({ params, body: { at } }), done: t(at === null ? 'availability.unscheduled' : 'availability.scheduled') })} />
        )}
        <div className="grid gap-3">
          {course.can.publish && live && (
            <Action text={t('availability.withdrawHint')}>
              <Button tone="secondary" disabled={busy} icon={<EyeOff aria-hidden="true" className={icon} />} onClick={() => act.mutate({ run: () => api.courseLifecycle.withdraw({ params }), done: t('availability.withdrawn') })}>
                {t('availability.withdraw')}
              </Button>
            </Action>
          )}
          {course.can.publish && course.withdrawnAt !== null && course.archivedAt === null && (
            <Action text={t('availability.reopenHint')}>
              <Button tone="secondary" disabled={busy} icon={<Undo2 aria-hidden="true" className={icon} />} onClick={() => act.mutate({ run: () => api.courseLifecycle.reopen({ params }), done: t('availability.reopened') })}>
                {t('availability.reopen')}
              </Button>
            </Action>
          )}
          {course.can.publish && (
            <Action text={t(course.archivedAt === null ? 'availability.archiveHint' : 'availability.unarchiveHint')}>
              {course.archivedAt === null ? (
                <Button tone="secondary" disabled={busy} icon={<Archive aria-hidden="true" className={icon} />} onClick={() => act.mutate({ run: () => api.courseLifecycle.archive({ params }), done: t('availability.archived') })}>
                  {t('availability.archive')}
                </Button>
              ) : (
                <Button tone="secondary" disabled={busy} icon={<ArchiveRestore aria-hidden="true" className={icon} />} onClick={() => act.mutate({ run: () => api.courseLifecycle.unarchive({ params }), done: t('availability.unarchived') })}>
                  {t('availability.unarchive')}
                </Button>
              )}
            </Action>
          )}
          <Action text={t('availability.removeHint')}>
            <Button tone="danger" disabled={busy} icon={<Trash2 aria-hidden="true" className={icon} />} onClick={() => remove.mutate()}>
              {t('availability.remove')}
            </Button>
          </Action>
        </div>
      </Card>
    </Section>
  );
}

function Action({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line pt-3 first:border-0 first:pt-0">
      <p className="max-w-xl text-sm text-ink-soft">{text}</p>
      {children}
    </div>
  );
}

function Schedule({ course, busy, onSchedule }: { readonly course: Course; readonly busy: boolean; readonly onSchedule: (at: string | null) => void }) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const at = momentOf(typed);
  if (course.publishAt !== null) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-card bg-info-soft p-4">
        <p className="flex items-center gap-2.5 font-semibold">
          <CalendarClock aria-hidden="true" className="size-5" />
          {t('availability.willPublish', { at: format.dateTime(course.publishAt) })}
        </p>
        <Button tone="secondary" size="small" disabled={busy} onClick={() => onSchedule(null)}>
          {t('availability.unschedule')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (at !== null) onSchedule(at);
      }}
    >
      <Field name="publishAt" label={t('availability.publishAt')} hint={t('availability.publishAtHint')}>
        {(control) => <TextInput {...control} type="datetime-local" className="w-64" value={typed} onChange={(event) => setTyped(event.target.value)} />}
      </Field>
      <Button type="submit" tone="secondary" disabled={busy || at === null} icon={<CalendarClock aria-hidden="true" className="size-4.5" />}>
        {t('availability.schedule')}
      </Button>
    </form>
  );
}
