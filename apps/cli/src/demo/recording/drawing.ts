/** Small SVG drawing for the demo's film: strings in, strings out, the same picture for the same time. */

export const WIDTH = 1280;
export const HEIGHT = 720;

// The light theme of the product; a film has no dark theme.
export const INK = '#23211c';
export const SOFT = '#55514a';
export const PAPER = '#fbfaf6';
export const SUNKEN = '#f3f1ea';
export const LINE = '#e5e1d6';
export const PRIMARY = '#0b5e6b';
export const PRIMARY_SOFT = '#e2f0f0';
export const ACCENT = '#f2b33d';
export const ACCENT_SOFT = '#fcf0d5';
export const ACCENT_INK = '#75500a';
export const DANGER = '#a5392a';
export const DANGER_SOFT = '#fbe8e4';

/** 0 before `from`, 1 after `from + length`, smooth in between (seconds). */
export function ease(time: number, from: number, length = 0.7): number {
  const share = Math.min(1, Math.max(0, (time - from) / length));
  return share * share * (3 - 2 * share);
}

export const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

interface TextStyle {
  size?: number;
  weight?: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  opacity?: number;
}

export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  return rawText(x, y, escapeXml(words), style);
}

/** A line of pieces, each with its own look, set one behind the other. */
export function pieces(x: number, y: number, parts: readonly (TextStyle & { words: string })[], style: TextStyle = {}): string {
  const spans = parts.map(
    (part) => `<tspan fill="${part.fill ?? style.fill ?? INK}" font-weight="${part.weight ?? style.weight ?? 600}" opacity="${part.opacity ?? 1}">${escapeXml(part.words)}</tspan>`,
  );
  return rawText(x, y, spans.join(''), style);
}

function rawText(x: number, y: number, inner: string, { size = 32, weight = 500, fill = INK, anchor = 'start', opacity = 1 }: TextStyle): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}" opacity="${opacity.toFixed(3)}" xml:space="preserve">${inner}</text>`;
}

export function box(x: number, y: number, width: number, height: number, look: { fill?: string; stroke?: string; radius?: number; opacity?: number; thickness?: number } = {}): string {
  const { fill = '#ffffff', stroke = LINE, radius = 16, opacity = 1, thickness = 2 } = look;
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${Math.max(0, width).toFixed(1)}" height="${height.toFixed(1)}" rx="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${thickness}" opacity="${opacity.toFixed(3)}"/>`;
}

/** A group that rises into place and appears. */
export function rise(time: number, from: number, inner: string, distance = 24): string {
  const share = ease(time, from);
  return share === 0 ? '' : `<g opacity="${share.toFixed(3)}" transform="translate(0 ${((1 - share) * distance).toFixed(1)})">${inner}</g>`;
}

export interface Candidate {
  word: string;
  /** Chance in percent. */
  chance: number;
  look?: 'chosen' | 'plain';
}

/** Bars of candidates that grow; the chosen one in turmeric. */
export function bars(time: number, from: number, x: number, y: number, width: number, candidates: readonly Candidate[]): string {
  return candidates
    .map((one, index) => {
      const top = y + index * 62;
      const grown = ease(time, from + index * 0.25, 0.9);
      const chosen = one.look === 'chosen';
      const length = Math.max(6, (width - 360) * (one.chance / 100) * grown);
      return rise(
        time,
        from + index * 0.25,
        text(x, top + 31, one.word, { size: 28, weight: chosen ? 700 : 500 }) +
          box(x + 260, top + 6, width - 360, 34, { fill: SUNKEN, stroke: 'none', radius: 10 }) +
          box(x + 260, top + 6, length, 34, { fill: chosen ? ACCENT : PRIMARY, stroke: 'none', radius: 10 }) +
          text(x + width, top + 32, `${Math.round(one.chance * grown)}%`, { size: 26, weight: 700, anchor: 'end', fill: SOFT }),
        10,
      );
    })
    .join('');
}

/** The product's mark. */
export function mark(x: number, y: number, size: number): string {
  return `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="0 0 32 32"><rect width="32" height="32" rx="7.5" fill="${PRIMARY}"/>
<path d="M15.2 25C12.7 23 9.6 22.1 5.5 22.1V10.6c4.1 0 7.2.9 9.7 2.9z" fill="#cfe6e6"/><path d="M16.8 25c2.5-2 5.6-2.9 9.7-2.9v-4.2c-4.1 0-7.2.9-9.7 2.9z" fill="#e79f1b"/>
<path d="M16.8 19.3c2.5-2 5.6-2.9 9.7-2.9v-4.2c-4.1 0-7.2.9-9.7 2.9z" fill="#f5c25f"/><path d="M16.8 13.6c2.5-2 5.6-2.9 9.7-2.9V6.5c-4.1 0-7.2.9-9.7 2.9z" fill="#fff"/></svg>`;
}
