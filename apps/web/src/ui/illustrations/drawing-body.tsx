import type { ReactNode } from 'react';
import type { Drawing } from './illustration.js';

const line = { fill: 'none', stroke: 'var(--primary)', strokeWidth: 2.25, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const fill = { fill: 'var(--surface)', stroke: 'var(--primary)', strokeWidth: 2.25, strokeLinejoin: 'round' } as const;
const spark = { fill: 'none', stroke: 'var(--accent)', strokeWidth: 2.5, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const DRAWINGS: Record<Drawing, ReactNode> = {
  book: (
    <>
      <path d="M80 96C68 87 52 83 34 83V36c18 0 34 4 46 13 12-9 28-13 46-13v47c-18 0-34 4-46 13z" {...fill} />
      <path d="M80 49v47M46 49c8 .6 15 2.4 22 5.6M46 61c8 .6 15 2.4 22 5.6" {...line} />
      <path d="M92 74c4-6 9-7 13-11s5-9 11-12" {...spark} strokeDasharray="1 7" />
      <path d="M116 51V38l9 4-9 4" {...spark} />
    </>
  ),
  certificate: (
    <>
      <rect x="34" y="28" width="92" height="62" rx="5" {...fill} />
      <path d="M50 46h42M50 57h30M50 68h22" {...line} />
      <circle cx="104" cy="74" r="13" {...fill} />
      <path d="M97 85l-3 19 10-6 10 6-3-19" {...fill} />
      <path d="M98.5 74l4 4 7-8" {...spark} />
    </>
  ),
  search: (
    <>
      <rect x="32" y="32" width="62" height="72" rx="5" {...fill} />
      <path d="M45 50h36M45 63h24M45 76h28" {...line} />
      <circle cx="99" cy="72" r="22" {...fill} />
      <path d="M115 88l15 15" {...line} strokeWidth="4" />
      <path d="M90 72c0-5 4-9 9-9" {...spark} />
    </>
  ),
  inbox: (
    <>
      <path d="M36 74l14-36h60l14 36v26a4 4 0 0 1-4 4H40a4 4 0 0 1-4-4z" {...fill} />
      <path d="M36 74h26c2 8 8 12 18 12s16-4 18-12h26" {...line} />
      <path d="M80 22v30m-10-9 10 10 10-10" {...spark} />
    </>
  ),
  video: (
    <>
      <rect x="28" y="34" width="104" height="62" rx="7" {...fill} />
      <path d="M72 53v24l20-12z" {...spark} />
      <path d="M28 108h104" {...line} strokeOpacity="0.35" />
      <path d="M28 108h38" {...line} />
      <circle cx="66" cy="108" r="4" {...fill} />
    </>
  ),
  people: (
    <>
      <circle cx="58" cy="50" r="13" {...fill} />
      <circle cx="104" cy="54" r="11" {...fill} />
      <path d="M34 102c0-18 10-28 24-28s24 10 24 28z" {...fill} />
      <path d="M88 81c4-4 9-6 16-6 13 0 22 9 22 27H92" {...line} />
      <path d="M76 26c6-5 14-5 20 0" {...spark} />
    </>
  ),
  lost: (
    <>
      <path d="M30 44l32-10 36 10 32-10v60l-32 10-36-10-32 10z" {...fill} />
      <path d="M62 34v60M98 44v60" {...line} strokeOpacity="0.45" />
      <path d="M42 84c8-16 20-2 28-14s10-14 18-8" {...spark} strokeDasharray="1 7" />
      <path d="M100 60l10 10m0-10-10 10" {...line} strokeWidth="3" />
    </>
  ),
  broken: (
    <>
      <path d="M58 30v22m44-22v22" {...line} strokeWidth="4" />
      <path d="M46 52h68v14c0 18-14 30-34 30S46 84 46 66z" {...fill} />
      <path d="M80 96v14" {...line} />
      <path d="M84 60l-9 13h12l-9 13" {...spark} />
    </>
  ),
  offline: (
    <>
      <path d="M52 92a20 20 0 0 1-2-40 30 30 0 0 1 57-5 23 23 0 0 1 1 45z" {...fill} />
      <path d="M72 80a12 12 0 0 1 16 0" {...spark} />
      <path d="M64 70a24 24 0 0 1 32 0" {...spark} strokeOpacity="0.5" />
      <path d="M46 36l66 66" {...line} strokeWidth="3" />
    </>
  ),
  done: (
    <>
      <path d="M30 100c20-4 26-18 40-22s26-4 34-18 12-20 26-24" {...line} strokeDasharray="1 8" strokeWidth="3" />
      <path d="M118 96V30" {...line} strokeWidth="3" />
      <path d="M118 32l-32 10 32 11z" {...spark} fill="var(--accent-soft)" />
      <circle cx="34" cy="99" r="5" {...fill} />
      <path d="M52 44l8 8 15-17" {...line} />
    </>
  ),
};

/** The drawing itself; `Illustration` fetches it. */
export default function DrawingBody({ drawing }: { readonly drawing: Drawing }) {
  return (
    <svg viewBox="0 0 160 128" aria-hidden="true" className="size-full">
      <ellipse cx="80" cy="112" rx="62" ry="9" fill="var(--sunken)" />
      {DRAWINGS[drawing]}
    </svg>
  );
}
