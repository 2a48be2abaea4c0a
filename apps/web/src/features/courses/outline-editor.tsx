import { Plus } from 'lucide-react';
import { Suspense, lazy, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/button.js';
import { toast } from '../../ui/toast-store.js';
import { ModuleCard } from './module-card.js';
import { type Course, type LessonRow, useOutlineCommands } from './use-course.js';

const CopyModuleDialog = lazy(() => import('./copy-module-dialog.js'));

/** After a press, how long the focus follows the row that moves. */
const followMs = 2_000;

/** Modules and lessons: add, rename, order by buttons, remove with undo. Every press is saved at once. */
export function OutlineEditor({ course }: { readonly course: Course }) {
  const { t } = useTranslation('courses');
  const commands = useOutlineCommands(course.id);
  const navigate = useNavigate();
  const [spoken, setSpoken] = useState('');
  const list = useRef<HTMLOListElement>(null);

  const [added, setAdded] = useState<string | null>(null);
  const [copying, setCopying] = useState<Course['modules'][number] | null>(null);
  const follow = useRef<{ readonly id: string; readonly to: 'up' | 'down'; readonly until: number } | null>(null);

  // Keeps the focus on the row that moved, which another module may have taken over; at the edge, on the button that still works.
  useEffect(() => {
    const moving = follow.current;
    if (moving === null || moving.until < Date.now()) return;
    const button = (direction: string) => list.current?.querySelector<HTMLButtonElement>(`[data-move="${direction}-${moving.id}"]:not(:disabled)`);
    (button(moving.to) ?? button(moving.to === 'up' ? 'down' : 'up'))?.focus();
  }, [course.modules]);

  const move = async (what: 'Module' | 'Lesson', id: string, to: 'up' | 'down', title: string) => {
    follow.current = { id, to, until: Date.now() + followMs };
    await commands[`move${what}`](id, to);
    setSpoken(t(`outline.moved.${to}`, { title }));
  };

  const removeModule = async (id: string, title: string) => {
    await commands.removeModule(id);
    toast({ text: t('outline.removed', { title }), undo: () => void commands.restoreModule(id) });
  };
  const removeLesson = async (id: string, title: string) => {
    await commands.removeLesson(id);
    toast({ text: t('outline.removed', { title }), undo: () => void commands.restoreLesson(id) });
  };

  const addLesson = async (moduleId: string, kind: LessonRow['kind']) => {
    const lessonId = await commands.addLesson(moduleId, kind, t(`outline.newLesson.${kind}`));
    await navigate(`/kelola/pelatihan/${course.id}/materi/${lessonId}?baru=1`);
  };

  const addModule = async () => {
    const after = await commands.addModule(t('outline.newModule', { number: course.modules.length + 1 }));
    setAdded(after.modules.at(-1)?.id ?? null);
  };

  return (
    <div className="max-w-4xl">
      <p className="mb-4 text-ink-soft">{t('outline.lead')}</p>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <ol ref={list} className="grid gap-4">
        {course.modules.map((module, index) => (
          <ModuleCard
            key={module.id}
            courseId={course.id}
            module={module}
            number={index + 1}
            added={module.id === added}
            first={index === 0}
            last={index === course.modules.length - 1}
            onRename={(title) => void commands.renameModule(module.id, title)}
            onMove={(to) => void move('Module', module.id, to, module.title)}
            onCopy={() => setCopying(module)}
            onRemove={() => void removeModule(module.id, module.title)}
            onAddLesson={(kind) => void addLesson(module.id, kind)}
            onMoveLesson={(lesson, to) => void move('Lesson', lesson.id, to, lesson.title)}
            onRemoveLesson={(lesson) => void removeLesson(lesson.id, lesson.title)}
          />
        ))}
      </ol>
      <Button tone="secondary" className="mt-4" icon={<Plus aria-hidden="true" className="size-5" />} onClick={() => void addModule()}>
        {t('outline.addModule')}
      </Button>
      {copying && (
        <Suspense fallback={null}>
          <CopyModuleDialog course={course} module={copying} onClose={() => setCopying(null)} />
        </Suspense>
      )}
    </div>
  );
}
