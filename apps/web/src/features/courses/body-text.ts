/** Blocks whose ends are ends of lines. */
const blocks = 'p,h2,h3,h4,li,tr,figcaption,caption,summary,pre,blockquote,dt,dd';

/**
 * What a reader could read of a lesson's body, line by line, whatever its kind: pages by their blocks, everything else by the texts it holds.
 * For comparing versions, never for showing.
 */
export function bodyText(body: unknown): string {
  return linesOf(body).filter((line) => line !== '').join('\n');
}

function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('<') ? htmlLines(value) : [value.trim()];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (value === null || typeof value !== 'object') return [];
  // Ids say nothing to a reader.
  return Object.entries(value).flatMap(([key, part]) => (key === 'id' || key.endsWith('Id') ? [] : linesOf(part)));
}

function htmlLines(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const picture of page.querySelectorAll('img')) picture.replaceWith(`[${picture.alt}]`);
  for (const block of page.querySelectorAll(blocks)) block.append('\n');
  return (page.body.textContent ?? '').split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim());
}
