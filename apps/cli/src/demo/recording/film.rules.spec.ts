import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { completeCourses } from '../complete-courses.js';
import { Film } from './film.js';
import { filesOf, films } from './films.js';

const assets = join(__dirname, '..', '..', '..', 'assets', 'demo');
const committed = (path: string): string => readFileSync(join(assets, path), 'utf8');

describe.each(films.map((film) => ({ film, files: filesOf(film) })))('the recording of $film.course', ({ film: { scenes, course, kept }, files }) => {
  const film = new Film(scenes);

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
        expect([words, words.length / (end - start) <= 20]).toEqual([words, true]);
        last = end;
      }
    }
  });

  it('is committed with the captions and chapters that its scenes make', () => {
    expect(committed(files.captions)).toBe(film.captions());
    expect(JSON.parse(committed(files.chapters))).toEqual(film.chapters());
  });

  it('draws well-formed pictures that move at least once a second', () => {
    const pictures = new Set(Array.from({ length: film.seconds }, (_, second) => film.frame(second + 0.2)));
    expect(pictures.size).toBe(film.seconds);
    for (const picture of pictures) expect(picture).not.toMatch(/NaN|undefined/);
  });

  it('is the recording of its course, kept with its smallest size', () => {
    expect(completeCourses[course]?.film?.name).toBe(files.name);
    const size = join(assets, 'recording', files.name, 'v240');
    expect(Math.round((JSON.parse(readFileSync(join(size, 'rendition.json'), 'utf8')) as { seconds: number }).seconds)).toBe(film.seconds);
    const bytes = [join(assets, files.source), ...readdirSync(size).map((name) => join(size, name))].map((path) => statSync(path).size);
    expect(bytes.every((one) => one > 0 && (kept.lines > 480 || one < 300_000))).toBe(true);
    expect(dirname(size)).toContain(files.name);
  });
});
