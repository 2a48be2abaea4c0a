import type { VideoForAuthor } from '@pamong/contract/video';

type Chapters = VideoForAuthor['chapters'];

const LINE = /^(?:(\d{1,2})[.:])?(\d{1,3})[.:](\d{2})\s+(\S.*)$/;

/** Reads lines such as `0.00 Pembuka` or `1:02:30 Penutup`; `wrong` counts lines from 1. */
export function readChapters(text: string): { chapters: Chapters; wrong: number[] } {
  const chapters: Chapters = [];
  const wrong: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const [, hours = '0', minutes, seconds, title] = LINE.exec(line.trim()) ?? [];
    const start = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
    if (title === undefined || Number(seconds) > 59 || title.length > 120 || start > 86_400) wrong.push(index + 1);
    else chapters.push({ start, title });
  });
  return { chapters: chapters.toSorted((a, b) => a.start - b.start), wrong };
}

/** Writes chapters as lines that people edit. */
export function writeChapters(chapters: Chapters): string {
  return chapters.map(({ start, title }) => `${clock(start)} ${title}`).join('\n');
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}.${two(minutes)}.${two(rest)}` : `${minutes}.${two(rest)}`;
}
