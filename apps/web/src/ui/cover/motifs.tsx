import type { ReactNode } from 'react';
import type { Motif } from './cover.rules.js';

interface Tile {
  readonly width: number;
  readonly height: number;
  readonly drawing: ReactNode;
}

/** One oval from the centre to a corner, with its line and two seeds: the heart of kawung. */
const petal = (turn: number) => (
  <g key={turn} transform={`rotate(${turn + 45} 50 50)`}>
    <ellipse cx="50" cy="18" rx="17" ry="27" fill="var(--cover-motif)" />
    <path d="M50 37V2" fill="none" stroke="var(--cover-ground)" strokeWidth="2.5" strokeLinecap="round" />
    <circle cx="43.5" cy="19" r="2.4" fill="var(--cover-spark)" />
    <circle cx="56.5" cy="19" r="2.4" fill="var(--cover-spark)" />
  </g>
);

const ray = (turn: number, length: number) => (
  <path key={turn} d={`M50 50l-5 -${length * 0.55}L50 ${50 - length}l5 ${length * 0.45}z`} transform={`rotate(${turn} 50 50)`} fill="var(--cover-motif)" />
);

const turns = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + (index * 360) / count);

/** One tile of each motif on a canvas of 100 units (parang and tumpal have their own proportions). */
export const TILE: Record<Motif, Tile> = {
  kawung: {
    width: 100,
    height: 100,
    drawing: (
      <>
        {turns(4).map(petal)}
        <circle cx="50" cy="50" r="5" fill="var(--cover-spark)" />
        <path d="M0 -9L9 0 0 9-9 0z" fill="var(--cover-spark)" />
        <path d="M100 -9l9 9-9 9-9-9zM0 91l9 9-9 9-9-9zM100 91l9 9-9 9-9-9z" fill="var(--cover-spark)" />
      </>
    ),
  },
  parang: {
    width: 100,
    height: 100,
    drawing: (
      <g>
        {[-100, 0, 100].map((x) => (
          <g key={x} transform={`translate(${x} 0)`}>
            <path d="M0 100C14 74 46 78 50 50S86 26 100 0h-34C58 22 20 22 16 50S-18 74-34 100z" fill="var(--cover-motif)" />
            <path d="M22 62c2-16 28-14 32-34" fill="none" stroke="var(--cover-ground)" strokeWidth="3.5" strokeLinecap="round" />
            <path d="M78 50l7 7-7 7-7-7z" fill="var(--cover-spark)" />
            <path d="M64 70l5 5-5 5-5-5zM92 30l5 5-5 5-5-5z" fill="var(--cover-motif)" />
          </g>
        ))}
      </g>
    ),
  },
  truntum: {
    width: 100,
    height: 100,
    drawing: (
      <>
        {turns(8).map((turn, index) => ray(turn, index % 2 ? 20 : 34))}
        <circle cx="50" cy="50" r="5.5" fill="var(--cover-spark)" />
        {[[0, 0], [100, 0], [0, 100], [100, 100]].map(([x, y]) => (
          <g key={`${x}-${y}`} transform={`translate(${(x ?? 0) - 50} ${(y ?? 0) - 50})`}>
            {turns(8, 22.5).map((turn) => ray(turn, 17))}
            <circle cx="50" cy="50" r="3.5" fill="var(--cover-ground)" />
          </g>
        ))}
        <g fill="var(--cover-spark)">
          <circle cx="50" cy="3" r="2.5" /><circle cx="50" cy="97" r="2.5" /><circle cx="3" cy="50" r="2.5" /><circle cx="97" cy="50" r="2.5" />
        </g>
      </>
    ),
  },
  ceplok: {
    width: 100,
    height: 100,
    drawing: (
      <>
        <path d="M50 2L98 50 50 98 2 50z" fill="none" stroke="var(--cover-motif)" strokeWidth="3" />
        {turns(4).map((turn) => (
          <path key={turn} d="M50 46C38 38 38 24 50 13c12 11 12 25 0 33z" transform={`rotate(${turn} 50 50)`} fill="var(--cover-motif)" />
        ))}
        {turns(4, 45).map((turn) => (
          <path key={turn} d="M50 45l-4-12 4-7 4 7z" transform={`rotate(${turn} 50 50)`} fill="var(--cover-spark)" />
        ))}
        <circle cx="50" cy="50" r="4" fill="var(--cover-spark)" />
        {[[0, 0], [100, 0], [0, 100], [100, 100]].map(([x, y]) => (
          <g key={`${x}-${y}`} transform={`translate(${x} ${y})`}>
            <circle r="22" fill="none" stroke="var(--cover-motif)" strokeWidth="3" />
            <circle r="12" fill="var(--cover-motif)" />
            <circle r="4.5" fill="var(--cover-ground)" />
          </g>
        ))}
      </>
    ),
  },
  tumpal: {
    width: 100,
    height: 150,
    drawing: (
      <>
        <path d="M0 75L50 0l50 75z" fill="var(--cover-motif)" />
        <path d="M22 66L50 24l28 42z" fill="var(--cover-ground)" />
        <path d="M36 61L50 40l14 21z" fill="var(--cover-spark)" />
        <path d="M-50 150L0 75l50 75zM50 150l50-75 50 75z" fill="none" stroke="var(--cover-motif)" strokeWidth="3" />
        <path d="M-16 141L0 117l16 24zM84 141l16-24 16 24z" fill="var(--cover-motif)" />
      </>
    ),
  },
  megamendung: {
    width: 200,
    height: 100,
    drawing: (
      <>
        {[[0, 100], [200, 100], [100, 50], [0, 0], [200, 0], [100, 150]].map(([x, y]) => (
          <g key={`${x}-${y}`} transform={`translate(${x} ${y})`}>
            {[92, 72, 52, 32].map((radius, index) => (
              <path
                key={radius}
                d={`M${-radius} 0a${radius * 0.5} ${radius * 0.5} 0 0 1 ${radius * 0.52} ${-radius * 0.42}a${radius * 0.52} ${radius * 0.52} 0 0 1 ${radius * 0.96} 0a${radius * 0.5} ${radius * 0.5} 0 0 1 ${radius * 0.52} ${radius * 0.42}z`}
                fill={index % 2 ? 'var(--cover-motif)' : 'var(--cover-ground)'}
                stroke="var(--cover-motif)"
                strokeWidth="2"
              />
            ))}
            <circle cy="-7" r="5" fill="var(--cover-spark)" />
          </g>
        ))}
      </>
    ),
  },
};
