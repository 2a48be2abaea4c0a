import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Progress } from '../../ui/progress.js';
import type { OutlineLesson } from './use-player.js';

/** Time is told to the server this often, and at the moment at which it is enough. */
const tellEverySeconds = 15;

/** Being at the end is told again after this while when the line was lost, and time that is enough as often. */
const tellAgainMs = 2_000;

/**
 * Stands at the end of a lesson that is complete after some time, or when its end was reached: tells the server, and the learner what is missing.
 * A page that nobody looks at collects no time.
 */
export function ReadingProgress({ courseId, lesson, onCompleted }: { readonly courseId: string; readonly lesson: OutlineLesson; readonly onCompleted: () => void }) {
  const { completion } = lesson;
  const watched = !lesson.done && (completion.rule === 'time' || completion.rule === 'scroll');
  const needed = completion.rule === 'time' ? completion.seconds : 0;
  const told = Number(lesson.state?.detail['seconds'] ?? 0);
  const end = useRef<HTMLDivElement>(null);
  const [seconds, setSeconds] = useState(told);
  const [reached, setReached] = useState(false);
  const [tries, setTries] = useState(0);
  const done = useRef(onCompleted);
  useEffect(() => {
    done.current = onCompleted;
  }, [onCompleted]);

  useEffect(() => {
    if (!watched || !end.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setReached(true));
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [watched]);

  useEffect(() => {
    if (!watched || needed === 0) return;
    const clock = setInterval(() => document.visibilityState === 'visible' && setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(clock);
  }, [watched, needed]);

  const enough = (completion.rule === 'scroll' && reached) || (needed > 0 && seconds >= needed);
  const due = enough || (seconds % tellEverySeconds === 0 && seconds > told);
  // Once it is enough, the seconds that pass are no news.
  const tell = enough ? needed : seconds;
  useEffect(() => {
    if (!watched || !due) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    const tryAgain = () => {
      if (enough) again = setTimeout(() => setTries((before) => before + 1), tellAgainMs);
    };
    let left = false;
    api.learning
      .note({ params: { courseId, lessonId: lesson.id }, body: { seconds: tell, end: enough && needed === 0 } })
      .then((answer) => (answer.completed ? done.current() : !left && tryAgain()))
      .catch(() => !left && tryAgain());
    return () => {
      left = true;
      clearTimeout(again);
    };
  }, [watched, due, enough, tell, needed, tries, courseId, lesson.id]);

  return (
    <div ref={end} className="pt-8">
      {watched && <Missing needed={needed} seconds={seconds} />}
    </div>
  );
}

function Missing({ needed, seconds }: { readonly needed: number; readonly seconds: number }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  if (needed === 0) return <p className="text-sm text-ink-soft">{t('player.byEnd')}</p>;
  const left = Math.max(0, needed - seconds);
  return (
    <div className="max-w-sm">
      <Progress share={Math.min(1, seconds / needed)} label={t('player.byTime', { time: format.duration(needed) })} />
      <p className="mt-2 text-sm text-ink-soft">{left > 0 ? t('player.timeLeft', { time: format.duration(left < 60 ? left : Math.ceil(left / 60) * 60) }) : t('player.timeEnough')}</p>
    </div>
  );
}
