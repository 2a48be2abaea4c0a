import { useId, useMemo } from 'react';
import { cx } from '../cx.js';
import { type CoverPlan, planCover } from './cover.rules.js';
import { TILE } from './motifs.js';

export interface CoverProps {
  /** The course's id or code: the same id always gives the same cover. */
  readonly id: string;
  /** A few letters in the calm part, the course's code for instance. */
  readonly mark?: string;
  readonly className?: string;
}

const WIDTH = 320;
const HEIGHT = 180;
/** Letters of a mark that the quarter circle can hold. */
const LONGEST_IN_ARCH = 7;

/** A cover drawn by code from batik geometry, for whatever has no picture. Decorative: the title beside it says what it is. */
export function Cover({ id, mark, className }: CoverProps) {
  const own = useId().replaceAll(/[^\w-]/g, '');
  const plan = useMemo(() => planCover(id), [id]);
  const tile = TILE[plan.motif];
  const scale = plan.tile / 100;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="xMinYMax slice" aria-hidden="true" className={cx('block', `cover-${plan.palette}-${plan.ground}`, className ?? 'h-full w-full')}>
      <defs>
        <pattern
          id={`tile${own}`}
          width={tile.width}
          height={tile.height}
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${plan.turn}) scale(${scale}) translate(${plan.shift[0]} ${plan.shift[1]})`}
        >
          {tile.drawing}
        </pattern>
      </defs>
      <rect width={WIDTH} height={HEIGHT} fill="var(--cover-ground)" />
      <rect width={WIDTH} height={HEIGHT} fill={`url(#tile${own})`} />
      <Calm calm={mark && mark.length > LONGEST_IN_ARCH && plan.calm.kind === 'arch' ? { ...plan.calm, kind: 'band' } : plan.calm} />
      {mark && (
        <text x="18" y={HEIGHT - 18} fill="var(--cover-text)" fontSize="17" fontWeight="750" letterSpacing="0.02em">
          {mark}
        </text>
      )}
    </svg>
  );
}

/** A plain shape that gives the eye a rest and the mark a ground to stand on. */
function Calm({ calm }: { readonly calm: CoverPlan['calm'] }) {
  const { kind, at } = calm;
  const edge = { fill: 'var(--cover-calm)', stroke: 'var(--cover-spark)', strokeWidth: 2.5 };
  if (kind === 'band') return <path d={`M-4 ${HEIGHT - 46}h${WIDTH + 8}v60H-4z`} {...edge} />;
  if (kind === 'slope') {
    const right = HEIGHT - 20 - at * 90;
    return <path d={`M-4 ${HEIGHT - 52}C90 ${HEIGHT - 60} 190 ${right + 30} ${WIDTH + 4} ${right}V${HEIGHT + 6}H-4z`} {...edge} />;
  }
  const reach = 120 + at * 90;
  return <circle cx={reach * 0.25} cy={HEIGHT + reach * 0.3} r={reach * 0.78} {...edge} />;
}
