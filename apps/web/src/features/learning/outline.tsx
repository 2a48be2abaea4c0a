import { Check, CirclePlay, ExternalLink, FileText, ListChecks, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format/use-format.js';
import { cx } from '../../ui/cx.js';
import { type OutlineLesson, type Player, isLocked } from './use-player.js';

const icons = { text: FileText, video: CirclePlay, quiz: ListChecks, link: ExternalLink } as const;

/** The table of contents: done, here, open, locked; a locked line says what opens it. */
export function Outline({ player, currentId }: { readonly player: Player; readonly currentId?: string }) {
  const { t } = useTranslation('learning');
  const byId = new Map(player.lessons.map((lesson) => [lesson.id, lesson]));
  return (
    <nav aria-label={t('player.outline')}>
      <ol className="grid gap-5">
        {player.course.modules.map((module, index) => (
          <li key={module.id}>
            <h2 className="mb-1.5 px-3 text-sm font-bold text-ink-soft">
              {index + 1}. {module.title}
            </h2>
            <ol>
              {module.lessons.map((line) => {
                const lesson = byId.get(line.id);
                return lesson && <OutlineLine key={lesson.id} courseId={player.course.courseId} lesson={lesson} current={lesson.id === currentId} />;
              })}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function OutlineLine({ courseId, lesson, current }: { readonly courseId: string; readonly lesson: OutlineLesson; readonly current: boolean }) {
  const { t } = useTranslation('learning');
  const look = cx('flex min-h-11 items-start gap-3 rounded-control px-3 py-2 text-[0.9375rem] leading-snug', current ? 'bg-primary-soft font-semibold text-primary-ink' : 'text-ink');
  const Icon = icons[lesson.kind];
  const locked = isLocked(lesson);
  const body = (
    <>
      <span className="mt-0.5 shrink-0">
        {lesson.done ? (
          <span className="grid size-5 place-items-center rounded-full bg-success text-surface">
            <Check aria-hidden="true" className="size-3.5" strokeWidth={3} />
          </span>
        ) : locked ? (
          <Lock aria-hidden="true" className="size-5 p-0.5 text-ink-faint" />
        ) : (
          <Icon aria-hidden="true" className="size-5 text-primary" />
        )}
      </span>
      <span className="min-w-0">
        <span className="block">{lesson.title}</span>
        <span className="block text-xs font-normal text-ink-soft">
          <LessonFacts lesson={lesson} />
        </span>
        <span className="sr-only">{lesson.done ? t('player.done') : ''}</span>
      </span>
    </>
  );
  return (
    <li>
      {locked ? (
        <div className={cx(look, 'text-ink-soft')}>{body}</div>
      ) : (
        <Link to={`/belajar/${courseId}/materi/${lesson.id}`} aria-current={current ? 'page' : undefined} className={cx(look, !current && 'hover:bg-sunken')}>
          {body}
        </Link>
      )}
    </li>
  );
}

/** Kind and minutes, then what is personal: coverage, best score, or what opens it. */
function LessonFacts({ lesson }: { readonly lesson: OutlineLesson }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const facts = [t(`kinds.${lesson.kind}`), t('minutes', { count: lesson.minutes })];
  const coverage = lesson.state?.detail['coverage'];
  const best = lesson.state?.detail['bestScore'];
  if (!lesson.done && typeof coverage === 'number' && coverage > 0) facts.push(t('player.watched', { share: format.percent(coverage) }));
  if (typeof best === 'number') facts.push(t('player.best', { score: format.number(best, 2) }));
  if (lesson.opensAt) facts.push(t('player.opensAt', { at: format.dateTime(lesson.opensAt) }));
  else if (lesson.lockedBy) facts.push(t('player.lockedBy', { title: lesson.lockedBy.title }));
  return <>{facts.join(' · ')}</>;
}
