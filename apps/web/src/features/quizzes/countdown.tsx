import { Clock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { cx } from '../../ui/cx.js';

export interface CountdownProps {
  /** The server's deadline and the server's clock when it answered: the phone's own clock may be wrong. */
  readonly deadlineAt: string;
  readonly serverNow: string;
  readonly onOver: () => void;
}

/** Time left by the server's clock; told to screen readers in its last minute only. */
export function Countdown({ deadlineAt, serverNow, onOver }: CountdownProps) {
  const { t } = useTranslation('quizzes');
  const format = useFormat();
  // The deadline by this device's clock, once and for all: it never changes while the attempt is on the page.
  const [endsAt] = useState(() => Date.parse(deadlineAt) - Date.parse(serverNow) + Date.now());
  const [seconds, setSeconds] = useState(() => secondsUntil(endsAt));
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const left = secondsUntil(endsAt);
      setSeconds(left);
      if (left > 0) return;
      clearInterval(timer);
      over.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [endsAt]);
  const urgent = seconds <= 60;
  return (
    <p role="timer" aria-live={urgent ? 'polite' : 'off'} className={cx('tabular flex items-center gap-1.5 font-semibold', urgent ? 'text-warning-ink' : 'text-ink-soft')}>
      <Clock aria-hidden="true" className="size-4" />
      <span className="sr-only">{t('take.timeLeft')}</span>
      {format.position(seconds)}
    </p>
  );
}

function secondsUntil(endsAt: number): number {
  return Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
}
