import { Clock } from 'lucide-react';
import { useEffect, useState } from 'react';
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
  const [ahead] = useState(() => Date.parse(serverNow) - Date.now());
  const left = () => Math.max(0, Math.ceil((Date.parse(deadlineAt) - (Date.now() + ahead)) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => {
      const now = left();
      setSeconds(now);
      if (now === 0) {
        clearInterval(timer);
        onOver();
      }
    }, 1000);
    return () => clearInterval(timer);
    // The deadline of an attempt never changes while it is on the page.
  }, [deadlineAt]);
  const urgent = seconds <= 60;
  return (
    <p role="timer" aria-live={urgent ? 'polite' : 'off'} className={cx('tabular flex items-center gap-1.5 font-semibold', urgent ? 'text-warning-ink' : 'text-ink-soft')}>
      <Clock aria-hidden="true" className="size-4" />
      <span className="sr-only">{t('take.timeLeft')}</span>
      {format.position(seconds)}
    </p>
  );
}
