import { ACCENT, ACCENT_INK, ACCENT_SOFT, DANGER, DANGER_SOFT, HEIGHT, INK, LINE, PRIMARY, PRIMARY_SOFT, SOFT, SUNKEN, WIDTH, box, ease, mark, rise, text } from './drawing.js';
import type { Scene } from './scene.js';

/** Kinds of slides that films are put together from. Times are seconds of the scene. */

const MIDDLE = WIDTH / 2;

export type SlideTone = 'good' | 'care' | 'danger' | 'house' | 'plain';

const looks: Readonly<Record<SlideTone, { fill: string; line: string; ink: string }>> = {
  good: { fill: '#e1f1e5', line: '#2f7a45', ink: '#2f7a45' },
  care: { fill: ACCENT_SOFT, line: ACCENT, ink: ACCENT_INK },
  danger: { fill: DANGER_SOFT, line: DANGER, ink: DANGER },
  house: { fill: PRIMARY_SOFT, line: PRIMARY, ink: PRIMARY },
  plain: { fill: '#ffffff', line: LINE, ink: INK },
};

type Draw = Scene['draw'];

/** The first picture: the film's name over a path that climbs. */
export function openingSlide(title: string, subtitle: string): Draw {
  return (t) =>
    Array.from({ length: 7 }, (_, i) => {
      const height = (24 + i * 20) * ease(t, 0.4 + i * 0.2, 0.6);
      return box(150 + i * 145, 610 - height, 110, height, { fill: i === 6 ? ACCENT : PRIMARY_SOFT, stroke: 'none', radius: 10 });
    }).join('') +
    rise(t, 0.3, mark(MIDDLE - 44, 110, 88)) +
    rise(t, 0.8, text(MIDDLE, 290, title, { size: 58, weight: 800, anchor: 'middle' })) +
    rise(t, 1.6, text(MIDDLE, 350, subtitle, { size: 32, anchor: 'middle', fill: SOFT })) +
    rise(t, 2.4, box(MIDDLE - 270, 388, 540, 56, { fill: '#ffffff', radius: 28 }) + text(MIDDLE, 425, 'Tanpa narator, lengkap dengan takarir', { size: 24, weight: 600, anchor: 'middle', fill: PRIMARY }));
}

/** The last picture: a few lines to remember, the last of them in the house's colour. */
export function closingSlide(lines: readonly string[]): Draw {
  return (t) =>
    lines.map((line, i) => rise(t, 0.4 + i * 1.6, text(MIDDLE, 230 + i * 66, line, { size: i === 0 ? 46 : 36, weight: i === 0 ? 800 : 600, anchor: 'middle', fill: i === 0 ? INK : i === lines.length - 1 ? PRIMARY : SOFT }))).join('') +
    rise(t, 0.4 + lines.length * 1.6, mark(MIDDLE - 30, HEIGHT - 240, 60) + text(MIDDLE, HEIGHT - 140, 'Pamong', { size: 30, weight: 800, anchor: 'middle' }));
}

export interface SlideCard {
  head: string;
  body: string;
  tone?: SlideTone;
  /** When it appears. */
  at: number;
  /** In the disc before the words; its number unless given. */
  sign?: string;
}

/** Up to four cards below each other. */
export function cardsSlide(cards: readonly SlideCard[]): Draw {
  const height = cards.length > 3 ? 114 : 138;
  return (t) =>
    cards
      .map(({ head, body, tone = 'house', at, sign }, i) => {
        const y = 128 + i * (height + 16);
        const look = looks[tone];
        return rise(
          t,
          at,
          box(100, y, 1080, height, { fill: look.fill, stroke: look.line }) +
            `<circle cx="168" cy="${y + height / 2}" r="34" fill="${look.line}"/>` +
            text(168, y + height / 2 + 12, sign ?? String(i + 1), { size: 32, weight: 800, anchor: 'middle', fill: tone === 'care' ? INK : '#ffffff' }) +
            text(232, y + height / 2 - 8, head, { size: 35, weight: 800, fill: look.ink }) +
            text(232, y + height / 2 + 34, body, { size: 27, fill: INK }),
        );
      })
      .join('');
}

export interface Moment {
  clock: string;
  words: string;
  at: number;
  tone?: SlideTone;
}

/** What happened when: a line downwards with moments on it. */
export function timelineSlide(moments: readonly Moment[]): Draw {
  const gap = 480 / Math.max(1, moments.length - 1);
  return (t) => {
    const last = moments.filter((moment) => t >= moment.at).length - 1;
    const line = last < 1 ? '' : box(297, 160, 6, gap * last, { fill: LINE, stroke: 'none', radius: 3 });
    return (
      line +
      moments
        .map(({ clock, words, at, tone = 'house' }, i) => {
          const y = 160 + i * gap;
          return rise(t, at, text(260, y + 12, clock, { size: 34, weight: 800, anchor: 'end', fill: looks[tone].ink }) + `<circle cx="300" cy="${y}" r="16" fill="${looks[tone].line}"/>` + text(350, y + 11, words, { size: 32, weight: 600 }), 12);
        })
        .join('')
    );
  };
}

export interface LetterMark {
  /** One or two lines, with a bar between them. */
  words: string;
  /** The row of the body beside which it appears; -2 is the sender's address. */
  row: number;
  at: number;
}

/** A message on a screen; remarks appear beside the line that they are about. */
export function letterSlide(head: { from: string; address: string; subject: string }, body: readonly string[], marks: readonly LetterMark[]): Draw {
  const lines = [`Dari: ${head.from}`, head.address, head.subject, ...body];
  return (t) =>
    rise(
      t,
      0.3,
      box(90, 128, 680, 490) +
        box(90, 128, 680, 150, { fill: SUNKEN, stroke: LINE }) +
        lines.map((line, i) => text(122, i < 3 ? 170 + i * 40 : 330 + (i - 3) * 46, line, { size: i === 2 ? 28 : 26, weight: i === 0 || i === 2 ? 700 : 500, fill: i === 1 ? SOFT : INK })).join(''),
    ) +
    marks
      .map(({ words, row, at }) => {
        const y = row < 0 ? 140 : 274 + row * 46;
        const lines = words.split('|');
        const remark = lines.map((line, k) => text(824, y + (lines.length === 1 ? 58 : 42 + k * 36), line, { size: 26, weight: 700, fill: DANGER }));
        return rise(t, at, box(800, y, 390, 96, { fill: DANGER_SOFT, stroke: DANGER }) + remark.join(''), 12);
      })
      .join('');
}

/** Bars that grow, with what they stand for; `most` fills the width. */
export function barsSlide(bars: readonly { label: string; value: number; shown: string; tone?: SlideTone; at: number }[], most: number): Draw {
  return (t) =>
    bars
      .map(({ label, value, shown, tone = 'house', at }, i) => {
        const y = 150 + i * 118;
        const grown = ease(t, at, 0.8);
        return rise(t, at, text(100, y, label, { size: 30, weight: 700 }) + box(100, y + 18, 900, 44, { fill: SUNKEN, stroke: 'none', radius: 12 }) + box(100, y + 18, Math.max(12, 900 * (value / most) * grown), 44, { fill: looks[tone].line, stroke: 'none', radius: 12 }) + text(1180, y + 52, shown, { size: 32, weight: 800, anchor: 'end', fill: looks[tone].ink }), 10);
      })
      .join('');
}
