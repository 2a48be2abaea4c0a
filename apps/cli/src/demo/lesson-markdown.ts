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

/** Pictures lie where the web serves them, and the path in the Markdown leads there, so that they also show in the repository. */
const picturePath = /!\[([^\]]*)\]\((?:\.\.\/)+web\/public(\/demo\/[^)\s]+)((?: "[^"]*")?)\)/g;

export interface LessonPicture {
  /** Path on the installation, for example `/demo/tiga-lampu.svg`. */
  path: string;
  alt: string;
}

/** The pictures that a lesson's Markdown shows, in order. */
export function picturesOf(markdown: string): LessonPicture[] {
  return [...markdown.matchAll(picturePath)].map((found) => ({ alt: found[1] ?? '', path: found[2] ?? '' }));
}

/** The product's boxes by the name that an alert has in the repository's Markdown. */
const boxes: Readonly<Record<string, string>> = { NOTE: 'info', TIP: 'tip', IMPORTANT: 'important', WARNING: 'warning' };

const alert = /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING)\]\n?([\s\S]*?)<\/blockquote>/g;
const captionedPicture = /<p>(<img [^>]*?) title="([^"]*)"([^>]*>)<\/p>/g;
const captionedTable = /<table>([\s\S]*?<\/table>)\s*<p>: ([\s\S]*?)<\/p>/g;

/**
 * Turns a lesson into HTML. The lesson's title is the page's heading, so the text starts at level 2.
 * A picture's title becomes its caption, and a paragraph that begins with `: ` that of the table above it.
 */
export function lessonHtml(markdown: string): string {
  return marked
    .parse(markdown.replaceAll(picturePath, '![$1]($2$3)'), { async: false, gfm: true })
    .replaceAll(alert, (_, kind: string, inner: string) => `<aside data-callout="${boxes[kind] ?? 'info'}"><p>${inner.trim()}</aside>`)
    .replaceAll(captionedPicture, '<figure>$1$3<figcaption>$2</figcaption></figure>')
    .replaceAll(captionedTable, '<table><caption>$2</caption>$1')
    .trim();
}
