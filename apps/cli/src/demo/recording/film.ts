import { HEIGHT, LINE, PAPER, PRIMARY, SOFT, WIDTH, box, ease, mark, text } from './drawing.js';
import type { Scene } from './scene.js';

const CROSS_FADE = 0.5;

interface Placed {
  scene: Scene;
  index: number;
  from: number;
}

function placed(chosen: readonly Scene[]): Placed[] {
  let from = 0;
  return chosen.map((scene, index) => {
    const one = { scene, index, from };
    from += scene.seconds;
    return one;
  });
}

/** A film of some of the scenes: its pictures, captions and chapters. */
export class Film {
  readonly seconds: number;
  private readonly parts: readonly Placed[];

  constructor(chosen: readonly Scene[]) {
    this.parts = placed(chosen);
    this.seconds = chosen.reduce((sum, scene) => sum + scene.seconds, 0);
  }

  /** One picture, as an SVG document of 1280 x 720. */
  frame(time: number): string {
    const part = this.parts.findLast((one) => time >= one.from) ?? this.parts[0];
    if (!part) throw new Error('a film needs a scene');
    const local = time - part.from;
    const leaving = part.index === this.parts.length - 1 ? 1 : 1 - ease(local, part.scene.seconds - CROSS_FADE, CROSS_FADE);
    const heading = part.index === 0 ? '' : `${mark(60, 44, 40)}${text(116, 74, part.scene.title, { size: 26, weight: 700, fill: PRIMARY })}${text(1220, 74, `${part.index} / ${this.parts.length - 1}`, { size: 22, weight: 600, anchor: 'end', fill: SOFT })}`;
    // Moves once a second, so that a slide that stands still costs nothing.
    const travelled = box(0, HEIGHT - 6, (WIDTH * Math.floor(time)) / this.seconds, 6, { fill: PRIMARY, stroke: 'none', radius: 0 });
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Jakarta">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>${heading}<g opacity="${leaving.toFixed(3)}">${part.scene.draw(local)}</g>
<rect y="${HEIGHT - 6}" width="${WIDTH}" height="6" fill="${LINE}"/>${travelled}</svg>`;
  }

  /** Captions as WebVTT. */
  captions(): string {
    const cues = this.parts.flatMap(({ scene, from }) => scene.captions.map(([start, end, words]) => `${stamp(from + start)} --> ${stamp(from + end)}\n${words}`));
    return `WEBVTT\nLanguage: id\n\n${cues.join('\n\n')}\n`;
  }

  /** Chapters: where each begins, in whole seconds. */
  chapters(): { start: number; title: string }[] {
    return this.parts.map(({ scene, from }) => ({ start: from, title: scene.title }));
  }
}

function stamp(seconds: number): string {
  const part = (value: number, length = 2) => String(value).padStart(length, '0');
  const whole = Math.floor(seconds);
  return `${part(Math.floor(whole / 3600))}:${part(Math.floor(whole / 60) % 60)}:${part(whole % 60)}.${part(Math.round((seconds - whole) * 1000), 3)}`;
}
