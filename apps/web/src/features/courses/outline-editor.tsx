import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/button.js';
import { toast } from '../../ui/toast-store.js';
import { ModuleCard } from './module-card.js';
import { type Course, type LessonRow, useOutlineCommands } from './use-course.js';

/** Modules and lessons: add, rename, order by buttons, remove with undo. Every press is saved at once. */
export function OutlineEditor({ course }: { readonly course: Course }) {
  const { t } = useTranslation('courses');
  const commands = useOutlineCommands(course.id);
  const navigate = useNavigate();
  const [spoken, setSpoken] = useState('');
  const list = useRef<HTMLOListElement>(null);

  /** Keeps the focus on the row that moved; at the edge of the course, on the button that still works. */
  const moved = (id: string, to: 'up' | 'down', title: string) => {
    requestAnimationFrame(() => {
      const button = (direction: string) => list.current?.querySelector<HTMLButtonElement>(`[data-move="${direction}-${id}"]:not(:disabled)`);
      (button(to) ?? button(to === 'up' ? 'down' : 'up'))?.focus();
    });
    setSpoken(t(`outline.moved.${to}`, { title }));
  };

  const remove = async (what: 'Module' | 'Lesson', id: string, title: string) => {
    await commands[`remove${what}`](id);
    toast({ text: t(`outline.removed${what}`, { title }), undo: () => void commands[`restore${what}`](id) });
  };

  const addLesson = async (moduleId: string, kind: LessonRow['kind']) => {
    const lessonId = await commands.addLesson(moduleId, kind, t(`outline.newLesson.${kind}`));
    await navigate(`/kelola/pelatihan/${course.id}/materi/${lessonId}?baru=1`);
  };

  const addModule = async () => {
    const after = await commands.addModule(t('outline.newModule', { number: course.modules.length + 1 }));
    const id = after.modules.at(-1)?.id;
    requestAnimationFrame(() => {
      const title = document.getElementById(`module-title-${id}`) as HTMLInputElement | null;
      title?.focus();
      title?.select();
    });
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
            first={index === 0}
            last={index === course.modules.length - 1}
            onRename={(title) => void commands.renameModule(module.id, title)}
            onMove={(to) => void commands.moveModule(module.id, to).then(() => moved(module.id, to, module.title))}
            onRemove={() => void remove('Module', module.id, module.title)}
            onAddLesson={(kind) => void addLesson(module.id, kind)}
            onMoveLesson={(lesson, to) => void commands.moveLesson(lesson.id, to).then(() => moved(lesson.id, to, lesson.title))}
            onRemoveLesson={(lesson) => void remove('Lesson', lesson.id, lesson.title)}
          />
        ))}
      </ol>
      <Button tone="secondary" className="mt-4" icon={<Plus aria-hidden="true" className="size-5" />} onClick={() => void addModule()}>
        {t('outline.addModule')}
      </Button>
    </div>
  );
}
