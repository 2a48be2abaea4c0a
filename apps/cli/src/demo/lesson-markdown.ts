import { marked } from 'marked';

/** One lesson file: what its front matter says, and its text. */
export interface LessonFile {
  lesson: string;
  title: string;
  minutes: number;
  kind: string;
  markdown: string;
}

/**
 * Splits a lesson file into front matter and Markdown.
 *
 * @throws Error when a field of the front matter is missing; the demo's files are ours, so this is a defect.
 */
export function parseLessonFile(text: string): LessonFile {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!match) throw new Error('The lesson has no front matter');
  const fields = new Map<string, string>();
  for (const line of (match[1] ?? '').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  const field = (name: string): string => {
    const value = fields.get(name);
    if (!value) throw new Error(`The lesson's front matter lacks "${name}"`);
    return value;
  };
  return {
    lesson: field('lesson'),
    title: field('title'),
    minutes: Number(field('minutes')),
    kind: field('kind'),
    markdown: (match[2] ?? '').trim(),
  };
}

export interface LessonPicture {
  /** File name inside assets/demo/pictures. */
  file: string;
  alt: string;
}

/** The pictures that a lesson's Markdown shows, in order. */
export function picturesOf(markdown: string): LessonPicture[] {
  return [...markdown.matchAll(/!\[([^\]]*)\]\(\.\.\/pictures\/([^)]+)\)/g)].map((found) => ({
    alt: found[1] ?? '',
    file: found[2] ?? '',
  }));
}

/**
 * Turns a lesson into HTML. The lesson's title is the page's heading, so the text starts at level 2.
 *
 * @param source says where a picture of assets/demo/pictures is served from.
 */
export function lessonHtml(markdown: string, source: (file: string) => string): string {
  const placed = markdown.replaceAll(/\]\(\.\.\/pictures\/([^)]+)\)/g, (_, file: string) => `](${source(file)})`);
  return marked.parse(placed, { async: false, gfm: true }).trim();
}
