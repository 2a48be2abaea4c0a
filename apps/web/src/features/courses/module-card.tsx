import { ArrowDown, ArrowUp, CirclePlay, Copy, ExternalLink, FileText, ListChecks, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format/use-format.js';
import { buttonStyle } from '../../ui/button-style.js';
import { IconButton } from '../../ui/icon-button.js';
import { Menu } from '../../ui/menu.js';
import type { CourseModule, LessonRow } from './use-course.js';

const kinds = { text: FileText, video: CirclePlay, quiz: ListChecks, link: ExternalLink } as const;
const kindOrder = ['text', 'video', 'quiz', 'link'] as const satisfies readonly LessonRow['kind'][];

interface ModuleCardProps {
  readonly courseId: string;
  readonly module: CourseModule;
  readonly number: number;
  /** It was added just now: its title is ready to be typed over. */
  readonly added: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onRename: (title: string) => void;
  readonly onMove: (to: 'up' | 'down') => void;
  readonly onRemove: () => void;
  readonly onCopy: () => void;
  readonly onAddLesson: (kind: LessonRow['kind']) => void;
  readonly onMoveLesson: (lesson: LessonRow, to: 'up' | 'down') => void;
  readonly onRemoveLesson: (lesson: LessonRow) => void;
}

/** One module with its lessons. */
export function ModuleCard({ courseId, module, number, added, first, last, onRename, onMove, onRemove, onCopy, onAddLesson, onMoveLesson, onRemoveLesson }: ModuleCardProps) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  return (
    <li id={`module-${module.id}`} className="scroll-mt-20 rounded-card border border-line bg-surface">
      <div className="flex flex-wrap items-start gap-x-1 gap-y-0 border-b border-line py-2 ps-4 pe-2">
        <span className="pt-2.75 text-sm font-bold text-ink-soft">{number}.</span>
        <ModuleTitle title={module.title} added={added} onRename={onRename} />
        <span className="ms-auto flex">
          <MoveButtons id={module.id} title={module.title} up={!first} down={!last} onMove={onMove} />
          <IconButton label={t('copyModule.open', { module: module.title })} icon={<Copy aria-hidden="true" className="size-4.5" />} onClick={onCopy} />
          <IconButton label={t('outline.remove', { title: module.title })} icon={<Trash2 aria-hidden="true" className="size-4.5" />} onClick={onRemove} />
        </span>
      </div>
      {module.lessons.length > 0 && (
        <ol className="divide-y divide-line">
          {module.lessons.map((lesson, index) => (
            <LessonLine
              key={lesson.id}
              courseId={courseId}
              lesson={lesson}
              up={!(first && index === 0)}
              down={!(last && index === module.lessons.length - 1)}
              onMove={(to) => onMoveLesson(lesson, to)}
              onRemove={() => onRemoveLesson(lesson)}
            />
          ))}
        </ol>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
        <Menu
          label={t('outline.addLesson')}
          align="start"
          buttonClassName={`${buttonStyle('quiet', 'small', false)} -ms-3`}
          button={
            <>
              <Plus aria-hidden="true" className="size-4" />
              {t('outline.addLesson')}
            </>
          }
          items={kindOrder.map((kind) => {
            const Icon = kinds[kind];
            return {
              key: kind, label: t(`kind.${kind}`), hint: t(`kindHint.${kind}`), icon: <Icon aria-hidden="true" className="size-5" />, onSelect: () => onAddLesson(kind),
            };
          })}
        />
        <span className="tabular text-sm text-ink-soft">
          {module.lessons.length === 0 ? t('outline.emptyModule') : [format.duration(module.minutes * 60), ...(module.jp > 0 ? [format.jp(module.jp)] : [])].join(' · ')}
        </span>
      </div>
    </li>
  );
}

/** The title is its own field: what is typed is saved when the field is left, or on Enter. */
function ModuleTitle({ title, added, onRename }: { readonly title: string; readonly added: boolean; readonly onRename: (title: string) => void }) {
  const { t } = useTranslation('courses');
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(title);
  const [known, setKnown] = useState(title);
  if (known !== title) {
    setKnown(title);
    setTyped(title);
  }
  useEffect(() => {
    if (added) field.current?.select();
  }, [added]);
  const done = () => {
    const clean = typed.trim();
    if (clean === '') setTyped(title);
    else if (clean !== title) onRename(clean);
  };
  return (
    <textarea
      ref={field}
      rows={1}
      aria-label={t('outline.moduleTitle')}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.target.value.replaceAll('\n', ' '))}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(title);
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.currentTarget.blur();
      }}
      className="field-sizing-content min-h-11 min-w-0 grow basis-40 resize-none rounded-control border border-transparent bg-transparent px-2 py-2.5 leading-snug font-semibold transition-colors hover:border-line-strong focus:border-line-strong"
    />
  );
}

interface LessonLineProps {
  readonly courseId: string;
  readonly lesson: LessonRow;
  readonly up: boolean;
  readonly down: boolean;
  readonly onMove: (to: 'up' | 'down') => void;
  readonly onRemove: () => void;
}

function LessonLine({ courseId, lesson, up, down, onMove, onRemove }: LessonLineProps) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  const Icon = kinds[lesson.kind];
  return (
    <li className="flex flex-wrap items-center gap-x-3 ps-4 pe-2">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-primary" />
      <div className="min-w-0 grow basis-44 py-2">
        <Link to={`/kelola/pelatihan/${courseId}/materi/${lesson.id}`} className="font-medium underline-offset-4 hover:underline">
          {lesson.title}
        </Link>
        <span className="block text-xs text-ink-soft">
          {[t(`kind.${lesson.kind}`), lesson.minutes > 0 ? format.duration(lesson.minutes * 60) : t('outline.noMinutes'), ...(lesson.required ? [] : [t('outline.optional')])].join(' · ')}
        </span>
      </div>
      <span className="ms-auto flex">
        <MoveButtons id={lesson.id} title={lesson.title} up={up} down={down} onMove={onMove} />
        <IconButton label={t('outline.remove', { title: lesson.title })} icon={<Trash2 aria-hidden="true" className="size-4.5" />} onClick={onRemove} />
      </span>
    </li>
  );
}

interface MoveButtonsProps {
  readonly id: string;
  readonly title: string;
  readonly up: boolean;
  readonly down: boolean;
  readonly onMove: (to: 'up' | 'down') => void;
}

function MoveButtons({ id, title, up, down, onMove }: MoveButtonsProps) {
  const { t } = useTranslation('courses');
  return (
    <>
      <IconButton data-move={`up-${id}`} disabled={!up} label={t('outline.up', { title })} icon={<ArrowUp aria-hidden="true" className="size-4.5" />} onClick={() => onMove('up')} />
      <IconButton data-move={`down-${id}`} disabled={!down} label={t('outline.down', { title })} icon={<ArrowDown aria-hidden="true" className="size-4.5" />} onClick={() => onMove('down')} />
    </>
  );
}
