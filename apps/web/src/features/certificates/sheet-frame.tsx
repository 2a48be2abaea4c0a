import { type ReactNode, useId } from 'react';

export interface SheetFrameProps {
  /** A thumbnail: only the middle of the sheet. */
  readonly compact?: boolean;
  readonly children: ReactNode;
}

/**
 * The paper of a certificate on the screen: A4 landscape with the kawung band of the printed sheet. White in the dark theme too, as paper is.
 * Sizes inside are in `cqw`, so the sheet keeps its proportions at every width.
 */
export function SheetFrame({ compact = false, children }: SheetFrameProps) {
  const pattern = useId();
  return (
    <div className="@container relative aspect-[297/210] w-full overflow-hidden bg-[#fff] text-[#1e2424]">
      <svg viewBox="0 0 297 210" aria-hidden="true" className="absolute inset-0 size-full">
        <defs>
          <pattern id={pattern} x="9" y="9" width="9" height="9.14" patternUnits="userSpaceOnUse">
            <g fill="#dfeae9" stroke="#0f5257" strokeWidth=".18">
              {[[1, 1], [1, -1], [-1, 1], [-1, -1]].map(([x = 1, y = 1]) => (
                <path key={`${x}${y}`} transform={`translate(4.5 4.57) scale(${x} ${y})`} d="M.6 .6Q.4 3 4.1 4.1Q3 .4 .6 .6z" />
              ))}
            </g>
            <circle cx="4.5" cy="4.57" r=".34" fill="#b07d22" />
          </pattern>
        </defs>
        {!compact && (
          <g fill="none" stroke="#edf4f3" strokeWidth=".25">
            {Array.from({ length: 12 }, (_, turn) => (
              <ellipse key={turn} cx="148.5" cy="105" rx="58" ry="27" transform={`rotate(${turn * 15} 148.5 105)`} />
            ))}
          </g>
        )}
        <path fillRule="evenodd" fill={`url(#${pattern})`} d="M9 9H288V201H9zM18 18V192H279V18z" />
        <g fill="none">
          <rect x="8" y="8" width="281" height="194" stroke="#0f5257" strokeWidth=".7" />
          <rect x="18.1" y="18.1" width="260.8" height="173.8" stroke="#b07d22" strokeWidth=".3" />
          <rect x="19" y="19" width="259" height="172" stroke="#0f5257" strokeWidth=".4" />
        </g>
      </svg>
      <div className="absolute inset-x-[10.5%] inset-y-[13.5%] flex flex-col items-center justify-center text-center">{children}</div>
    </div>
  );
}
