import { ACCENT, ACCENT_INK, ACCENT_SOFT, DANGER, DANGER_SOFT, INK, LINE, PAPER, PRIMARY, PRIMARY_SOFT, SOFT, SUNKEN, escapeXml } from '../recording/drawing.js';

/**
 * Figures of the lessons: narrow pictures, so that their words are still read on a phone of 360 pixels.
 * Every function returns SVG elements and how far down they reach; `figure` puts a sheet of paper behind them.
 */

/** Width of every figure in its own units; a phone shows it at about two thirds of that. */
export const FIGURE_WIDTH = 480;
const EDGE = 20;
const INNER = FIGURE_WIDTH - 2 * EDGE;

/** What a tone says: safe, careful, dangerous, the house's own, or nothing. */
export type Tone = 'good' | 'care' | 'danger' | 'house' | 'plain';

const GOOD = '#2f7a45';
const tones: Readonly<Record<Tone, { fill: string; line: string; ink: string }>> = {
  good: { fill: '#e1f1e5', line: GOOD, ink: GOOD },
  care: { fill: ACCENT_SOFT, line: ACCENT, ink: ACCENT_INK },
  danger: { fill: DANGER_SOFT, line: DANGER, ink: DANGER },
  house: { fill: PRIMARY_SOFT, line: PRIMARY, ink: PRIMARY },
  plain: { fill: '#ffffff', line: LINE, ink: INK },
};

/** A piece of a figure; `bottom` is where the next one may begin. */
export interface Piece {
  svg: string;
  bottom: number;
}

/** A piece that still waits for the place where it begins. */
export type Part = (top: number) => Piece;

interface Words {
  size?: number;
  weight?: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
}

export function words(x: number, y: number, text: string, { size = 19, weight = 500, fill = INK, anchor = 'start' }: Words = {}): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

export function rect(x: number, y: number, width: number, height: number, fill: string, line = 'none', radius = 12): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${line}" stroke-width="1.5"/>`;
}

/** Breaks a text into lines that fit; letters are counted at the width of the widest face a reader may have. */
export function lines(text: string, width: number, size: number, weight = 500): string[] {
  const most = Math.max(8, Math.floor(width / (size * (weight >= 700 ? 0.565 : 0.535))));
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}

/** A block of wrapped text, which a line feed also breaks; `top` is its upper edge. */
function block(x: number, top: number, text: string, width: number, look: Required<Pick<Words, 'size' | 'weight' | 'fill'>> & Pick<Words, 'anchor'>): Piece {
  const leading = Math.round(look.size * 1.32);
  const broken = text.split('\n').flatMap((paragraph) => lines(paragraph, width, look.size, look.weight));
  return {
    svg: broken.map((line, index) => words(x, top + Math.round(look.size * 0.95) + index * leading, line, look)).join(''),
    bottom: top + broken.length * leading,
  };
}

export interface Card {
  head: string;
  body?: string;
  tone?: Tone;
  /** A number or a sign in a disc before the words. */
  sign?: string;
}

function card({ head, body, tone = 'plain', sign }: Card, x: number, top: number, width: number): Piece {
  const look = tones[tone];
  const left = x + (sign === undefined ? 16 : 62);
  const room = width - (left - x) - 14;
  const first = block(left, top + 14, head, room, { size: 19, weight: 700, fill: look.ink });
  const second = body === undefined ? first : block(left, first.bottom + 2, body, room, { size: 17, weight: 500, fill: INK });
  const height = Math.max(second.bottom + 12 - top, sign === undefined ? 0 : 60);
  const disc = sign === undefined ? '' : `<circle cx="${x + 33}" cy="${top + 31}" r="19" fill="${look.line}"/>${words(x + 33, top + 38, sign, { size: 19, weight: 800, fill: tone === 'care' ? INK : tone === 'plain' ? SOFT : '#ffffff', anchor: 'middle' })}`;
  return { svg: rect(x, top, width, height, look.fill, look.line) + disc + first.svg + (body === undefined ? '' : second.svg), bottom: top + height };
}

/** A heading inside the picture. */
export function heading(text: string): Part {
  return (top) => {
    const made = block(EDGE, top, text, INNER, { size: 21, weight: 800, fill: INK });
    return { svg: made.svg, bottom: made.bottom + 8 };
  };
}

/** Small print, for example that the numbers are made up. */
export function note(text: string): Part {
  return (top) => {
    const made = block(EDGE, top + 2, text, INNER, { size: 15, weight: 500, fill: SOFT });
    return { ...made, bottom: made.bottom + 10 };
  };
}

/** Cards below each other. */
export function cards(list: readonly Card[], gap = 10): Part {
  return (top) => {
    let at = top;
    const svg = list.map((one) => {
      const made = card(one, EDGE, at, INNER);
      at = made.bottom + gap;
      return made.svg;
    });
    return { svg: svg.join(''), bottom: at - gap + 12 };
  };
}

/** Cards below each other, joined by arrows: what follows what. */
export function steps(list: readonly Card[]): Part {
  return (top) => {
    let at = top;
    const svg = list.map((one, index) => {
      const made = card({ sign: String(index + 1), tone: 'house', ...one }, EDGE, at, INNER);
      const arrow = index === list.length - 1 ? '' : `<path d="M${FIGURE_WIDTH / 2} ${made.bottom + 3}v14m-7 -7l7 8l7 -8" fill="none" stroke="${SOFT}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>`;
      at = made.bottom + 24;
      return made.svg + arrow;
    });
    return { svg: svg.join(''), bottom: at - 24 + 12 };
  };
}

/** Two cards side by side, for example before and after. */
export function pair(left: Card, right: Card): Part {
  return (top) => {
    const width = (INNER - 12) / 2;
    const height = Math.max(card(left, EDGE, top, width).bottom, card(right, EDGE + width + 12, top, width).bottom) - top;
    const draw = (one: Card, x: number) => {
      const look = tones[one.tone ?? 'plain'];
      return rect(x, top, width, height, look.fill, look.line) + card(one, x, top, width).svg.replace(/^<rect[^>]*\/>/, '');
    };
    return { svg: draw(left, EDGE) + draw(right, EDGE + width + 12), bottom: top + height + 12 };
  };
}

export interface Bar {
  label: string;
  value: number;
  tone?: Tone;
  /** Printed behind the bar; the value itself unless given. */
  shown?: string;
}

/** Horizontal bars with their labels above them. */
export function bars(list: readonly Bar[], most: number): Part {
  return (top) => {
    const svg = list.map(({ label, value, tone = 'house', shown = String(value) }, index) => {
      const y = top + index * 58;
      const room = INNER - 92;
      return (
        words(EDGE, y + 18, label, { size: 17, weight: 600 }) +
        rect(EDGE, y + 26, room, 22, SUNKEN, 'none', 7) +
        (value === 0 ? '' : rect(EDGE, y + 26, Math.max(8, Math.round((room * value) / most)), 22, tones[tone].line, 'none', 7)) +
        words(EDGE + INNER, y + 43, shown, { size: 18, weight: 700, anchor: 'end' })
      );
    });
    return { svg: svg.join(''), bottom: top + list.length * 58 + 6 };
  };
}

/** A line through values of 0 (low) to 1 (high), each with a short label under its number; what the numbers mean is told below. */
export function curve(points: readonly { value: number; label: string; tone?: Tone }[]): Part {
  return (top) => {
    const height = 170;
    const gap = INNER / points.length;
    const at = points.map(({ value }, index) => [EDGE + gap * (index + 0.5), top + 14 + (1 - value) * (height - 28)] as const);
    const path = at.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(0)} ${y.toFixed(0)}`).join('');
    const dots = at.map(([x, y], index) => {
      const look = tones[points[index]?.tone ?? 'house'];
      return `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="15" fill="${look.line}"/>${words(Math.round(x), Math.round(y) + 6, String(index + 1), { size: 16, weight: 800, fill: look.line === ACCENT ? INK : '#ffffff', anchor: 'middle' })}`;
    });
    const legend = points.map(({ label }, index) => words(EDGE, top + height + 26 + index * 24, `${index + 1}. ${label}`, { size: 17 }));
    return {
      svg: rect(EDGE, top, INNER, height, '#ffffff', LINE) + `<path d="${path}" fill="none" stroke="${PRIMARY}" stroke-width="3" stroke-linejoin="round"/>` + dots.join('') + legend.join(''),
      bottom: top + height + 20 + points.length * 24,
    };
  };
}

/** Words in their own colours, as they would look on a button; with what a meter says of them. */
export function samples(list: readonly { text: string; ink: string; paper: string; verdict: string; tone: Tone }[]): Part {
  return (top) => ({
    svg: list
      .map(({ text, ink, paper, verdict, tone }, index) => {
        const y = top + index * 66;
        return rect(EDGE, y, 200, 52, paper, LINE, 10) + words(EDGE + 100, y + 33, text, { size: 20, weight: 700, fill: ink, anchor: 'middle' }) + words(EDGE + 218, y + 33, verdict, { size: 18, weight: 700, fill: tones[tone].ink });
      })
      .join(''),
    bottom: top + list.length * 66 + 2,
  });
}

/** The whole picture: parts below each other on a sheet of paper. */
export function figure(...parts: readonly Part[]): string {
  let top = EDGE;
  const svg = parts.map((part) => {
    const made = part(top);
    top = made.bottom;
    return made.svg;
  });
  const height = Math.round(top + EDGE - 8);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${FIGURE_WIDTH}" height="${height}" viewBox="0 0 ${FIGURE_WIDTH} ${height}" font-family="Plus Jakarta Sans, Segoe UI, Roboto, sans-serif">
${[rect(0, 0, FIGURE_WIDTH, height, PAPER, 'none', 0), ...svg].join('\n').replaceAll('/><', '/>\n<').replaceAll('</text><', '</text>\n<')}
</svg>
`;
}
