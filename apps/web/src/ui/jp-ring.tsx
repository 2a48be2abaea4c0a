import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shared/format/use-format.js';

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

export interface JpRingProps {
  /** Lesson hours recorded this year. */
  readonly jp: number;
  /** The year's minimum; the ring closes there. */
  readonly goal: number;
  /** Pixels across. */
  readonly size?: number;
}

/** The lesson hours of a PNS's year against the minimum. For PPPK, whose count has a ceiling and no goal, use `JpTally`. */
export function JpRing({ jp, goal, size = 132 }: JpRingProps) {
  const { t } = useTranslation('core');
  const format = useFormat();
  const share = goal > 0 ? Math.min(1, jp / goal) : 1;
  const closed = share >= 1;
  return (
    <div role="img" aria-label={t('jp.ringLabel', { jp: format.number(jp, 2), goal: format.number(goal, 2) })} className="relative inline-grid shrink-0 place-items-center" style={{ width: size, height: size }}>
      <svg viewBox="0 0 120 120" className="absolute inset-0 -rotate-90" aria-hidden="true">
        <circle cx="60" cy="60" r={RADIUS} fill="none" stroke="var(--primary-soft)" strokeWidth="10" />
        {jp > 0 && (
          <circle
            cx="60" cy="60" r={RADIUS} fill="none" strokeWidth="10" strokeLinecap="round"
            stroke={closed ? 'var(--success)' : 'var(--primary)'}
            strokeDasharray={`${share * ROUND} ${ROUND}`}
            className="transition-[stroke-dasharray] duration-200"
          />
        )}
        {jp > 0 && !closed && <circle cx={60 + RADIUS * Math.cos(share * 2 * Math.PI)} cy={60 + RADIUS * Math.sin(share * 2 * Math.PI)} r="3" fill="var(--accent)" />}
      </svg>
      <span aria-hidden="true" className="text-center leading-none">
        <span className="tabular block text-3xl font-extrabold tracking-tight">{format.number(jp, 2)}</span>
        <span className="mt-1 flex items-center justify-center gap-1 text-xs text-ink-soft">
          {closed && <Check className="size-3.5 text-success" strokeWidth={3} />}
          {t('jp.ofGoal', { goal: format.number(goal, 2) })}
        </span>
      </span>
    </div>
  );
}

export interface JpTallyProps {
  /** Everything recorded in the contract year. */
  readonly jp: number;
  /** What counts of it: at most the ceiling. */
  readonly counted: number;
}

/** The neutral count of a PPPK: no ring, no goal, no colour that judges; what lies above the ceiling was still learned. */
export function JpTally({ jp, counted }: JpTallyProps) {
  const { t } = useTranslation('core');
  const format = useFormat();
  const ticks = Math.min(40, Math.ceil(jp));
  return (
    <div>
      <p className="text-ink">
        <span className="tabular text-3xl font-extrabold tracking-tight">{format.number(jp, 2)}</span> <span className="text-ink-soft">{t('jp.recorded')}</span>
      </p>
      <div aria-hidden="true" className="mt-2.5 flex max-w-60 flex-wrap gap-1">
        {Array.from({ length: ticks }, (_, index) => (
          <span key={index} className={index < counted ? 'h-3.5 w-2 rounded-[3px] bg-primary' : 'h-3.5 w-2 rounded-[3px] border border-primary'} />
        ))}
      </div>
      <p className="mt-2 text-sm text-ink-soft">{t('jp.withinCeiling', { counted: format.number(counted, 2) })}</p>
    </div>
  );
}
