import { useQuery } from '@tanstack/react-query';
import { Eye, History } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { type LessonEditorProps, useSlots } from '../../shared/slots/slots.js';
import { Card } from '../../ui/card.js';
import { Switch } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { DigitsInput, TextInput } from '../../ui/text-input.js';
import { ConflictNotice, conflictOf } from './conflict-notice.js';
import { type LessonRules, LessonRulesForm } from './lesson-rules.js';
import { LessonNeighbours } from './lesson-neighbours.js';
import { SaveStatus, SaveTrouble } from './save-status.js';
import { useAutosave } from './use-autosave.js';
import { type Course, type Lesson, useCourse, useShowLesson } from './use-course.js';

interface LessonChange extends LessonRules {
  readonly title?: string;
  readonly minutes?: number;
  readonly required?: boolean;
  readonly body?: unknown;
}

/** One lesson in the hands of its author: what every kind has, and the kind's own editor. */
export default function LessonEditorPage() {
  const { t } = useTranslation('courses');
  const { courseId = '', lessonId = '' } = useParams();
  const course = useCourse(courseId);
  // An editor must begin with what the server has, never with an older copy.
  const lesson = useQuery({ ...routeQuery('courses', 'getLesson', { params: { courseId, lessonId } }), gcTime: 0, staleTime: Number.POSITIVE_INFINITY });
  usePageTitle(lesson.data?.title ?? null);
  return (
    <QueryState query={course} place="page" errorTitle={t('editor.failed')}>
      {(outline) => (
        <QueryState query={lesson} place="page" errorTitle={t('lesson.failed')}>
          {(found) => <LessonForm key={found.id} course={outline} lesson={found} />}
        </QueryState>
      )}
    </QueryState>
  );
}

function LessonForm({ course, lesson }: { readonly course: Course; readonly lesson: Lesson }) {
  const { t } = useTranslation('courses');
  const [search] = useSearchParams();
  const showLesson = useShowLesson();
  const [typed, setTyped] = useState({ title: lesson.title, minutes: lesson.minutes > 0 ? String(lesson.minutes) : '', required: lesson.required });
  const { autosave, state } = useAutosave<LessonChange>({
    revision: lesson.revision,
    save: async (change, revision, leaving) => {
      const saved = await api.courses.changeLesson({ params: { courseId: course.id, lessonId: lesson.id }, body: { ...change, revision } }, { keepalive: leaving });
      showLesson(saved);
      return saved;
    },
  });
  const conflict = conflictOf(state);
  const body = useRef<unknown>(lesson.body);
  const planMinutes = (minutes: number) => {
    setTyped({ ...typed, minutes: String(minutes) });
    autosave.push({ minutes });
  };
  const titleField = useRef<HTMLInputElement>(null);
  const fresh = search.has('baru');
  // A new lesson is named first: what is typed replaces the name it was given.
  useEffect(() => {
    if (fresh) titleField.current?.select();
  }, [fresh]);
  return (
    <>
      <PageHeader
        title={typed.title.trim() === '' ? t('lesson.untitled') : typed.title}
        crumbs={[
          { label: t('list.title'), to: '/kelola/pelatihan' },
          { label: course.title, to: `/kelola/pelatihan/${course.id}` },
        ]}
        action={
          <>
            <LinkButton tone="secondary" to={`/kelola/pelatihan/${course.id}/pratinjau/${lesson.id}`} icon={<Eye aria-hidden="true" className="size-4" />}>
              {t('editor.preview')}
            </LinkButton>
            <LinkButton tone="secondary" to={`/kelola/pelatihan/${course.id}/materi/${lesson.id}/riwayat`} icon={<History aria-hidden="true" className="size-4" />}>
              {t('history.open')}
            </LinkButton>
          </>
        }
      >
        <SaveStatus state={state} />
      </PageHeader>
      {conflict ? (
        <ConflictNotice courseId={course.id} lessonId={lesson.id} error={conflict} mine={{ title: typed.title, body: body.current }} onKeepMine={(revision) => autosave.overwrite(revision)} />
      ) : (
        <SaveTrouble state={state} />
      )}
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
        <Card className="grid gap-x-5 gap-y-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
          <Field name="title" label={t('lesson.name')} error={typed.title.trim() === '' ? t('lesson.nameMissing') : undefined} required>
            {(control) => (
              <TextInput
                {...control}
                ref={titleField}
                value={typed.title}
                maxLength={200}
                onChange={(event) => {
                  const title = event.target.value;
                  setTyped({ ...typed, title });
                  if (title.trim() !== '') autosave.push({ title });
                }}
              />
            )}
          </Field>
          <Field name="minutes" label={t('lesson.minutes')}>
            {(control) => (
              <DigitsInput
                {...control}
                value={typed.minutes}
                maxLength={4}
                onChange={(event) => {
                  const minutes = event.target.value.replaceAll(/\D/g, '');
                  setTyped({ ...typed, minutes });
                  autosave.push({ minutes: Math.min(6000, Number(minutes)) });
                }}
              />
            )}
          </Field>
          <p className="-mt-2 text-sm text-ink-soft sm:col-span-2">{t('lesson.minutesHint')}</p>
          <Switch
            className="sm:col-span-2"
            label={t('lesson.required')}
            hint={t('lesson.requiredHint')}
            checked={typed.required}
            onChange={(event) => {
              setTyped({ ...typed, required: event.target.checked });
              autosave.push({ required: event.target.checked });
            }}
          />
        </Card>
        <KindEditor course={course} lesson={lesson} title={typed.title} minutes={Number(typed.minutes)} onMinutes={planMinutes} onChange={(changed) => {
            body.current = changed;
            autosave.push({ body: changed });
          }}
        />
        <LessonRulesForm course={course} lesson={lesson} onChange={(rules) => autosave.push(rules)} />
        <LessonNeighbours modules={course.modules} lessonId={lesson.id} toLesson={(id) => `/kelola/pelatihan/${course.id}/materi/${id}`} />
      </div>
    </>
  );
}

type KindEditorProps = Pick<LessonEditorProps, 'title' | 'minutes' | 'onMinutes' | 'onChange'> & { readonly course: Course; readonly lesson: Lesson };

function KindEditor({ course, lesson, onChange, ...shared }: KindEditorProps) {
  const { t } = useTranslation('courses');
  const { lessonEditors } = useSlots();
  // What is typed counts at once; what the server keeps of it comes with the next visit.
  const [body, setBody] = useState<unknown>(lesson.body);
  const Editor = lessonEditors?.[lesson.kind];
  if (!Editor) return <Notice title={t('lesson.noEditor', { kind: t(`kind.${lesson.kind}`) })} />;
  return (
    <Suspense fallback={<SkeletonText lines={6} />}>
      <Editor
        courseId={course.id}
        lessonId={lesson.id}
        {...shared}
        body={body}
        onChange={(changed) => {
          setBody(changed);
          onChange(changed);
        }}
      />
    </Suspense>
  );
}
