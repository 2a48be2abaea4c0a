import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Film } from './film.js';
import { scenes } from './scenes.js';

const committed = (name: string): string => readFileSync(join(__dirname, '..', '..', '..', 'assets', 'demo', 'ai-101', name), 'utf8');

describe('the demo recording', () => {
  const film = new Film();

  it('lasts two to four minutes and has a chapter a scene', () => {
    expect(film.seconds).toBeGreaterThanOrEqual(120);
    expect(film.seconds).toBeLessThanOrEqual(240);
    expect(film.chapters().map((chapter) => chapter.title)).toEqual(scenes.map((scene) => scene.title));
  });

  it('captions every scene in time, readably', () => {
    for (const scene of scenes) {
      let last = 0;
      for (const [start, end, words] of scene.captions) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(scene.seconds);
        // 20 characters a second is the fastest that subtitles are read in comfort.
        expect(words.length / (end - start)).toBeLessThanOrEqual(20);
        last = end;
      }
    }
  });

  it('is committed with the captions and chapters that its scenes make', () => {
    expect(committed('menebak-kata.vtt')).toBe(film.captions());
    expect(JSON.parse(committed('menebak-kata.chapters.json'))).toEqual(film.chapters());
  });

  it('draws well-formed pictures that differ from second to second', () => {
    const pictures = new Set(Array.from({ length: film.seconds }, (_, second) => film.frame(second + 0.2)));
    expect(pictures.size).toBe(film.seconds);
    for (const picture of pictures) expect(picture).not.toMatch(/NaN|undefined/);
  });
});
