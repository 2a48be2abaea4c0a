/**
 * Appends a well-formed revision to a PDF, as an editor does who leaves the sealed bytes alone: the first page gets a further content
 * stream that draws over it, behind a cross-reference table of its own whose trailer points back with `/Prev` (ISO 32000-1, 7.5.6).
 * Every reader shows the changed page; only who looks at what the signature covers notices.
 * @throws Error when the PDF is not built as Typst and our seal build one
 */
export function appendRevision(pdf: Buffer, drawing = '0.8 0 0 rg 60 60 240 240 re f'): Buffer {
  const text = pdf.toString('latin1');
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1]);
  const root = /\/Root (\d+ 0 R)/.exec(trailer)?.[1];
  const pageId = Number(/\/Kids\s*\[\s*(\d+) 0 R/.exec(text)?.[1]);
  const at = text.lastIndexOf(`\n${pageId} 0 obj`);
  const page = text.slice(at + `\n${pageId} 0 obj`.length, text.indexOf('endobj', at)).trim();
  const contents = /\/Contents (?:(\d+ 0 R)|\[([^\]]*)\])/;
  if (!Number.isInteger(previous) || !Number.isInteger(size) || root === undefined || at < 0 || !contents.test(page)) throw new Error('This PDF cannot be revised');

  const revised = page.replace(contents, (_, one?: string, several?: string) => `/Contents [${one ?? several ?? ''} ${size} 0 R]`);
  const parts = [text.endsWith('\n') ? '' : '\n'];
  const offset = () => pdf.length + parts.join('').length;
  const pageAt = offset();
  parts.push(`${pageId} 0 obj\n${revised}\nendobj\n`);
  const streamAt = offset();
  parts.push(`${size} 0 obj\n<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream\nendobj\n`);
  const table = offset();
  const line = (place: number) => `${String(place).padStart(10, '0')} 00000 n \n`;
  parts.push(`xref\n${pageId} 1\n${line(pageAt)}${size} 1\n${line(streamAt)}trailer\n<< /Size ${size + 1} /Root ${root} /Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat([pdf, Buffer.from(parts.join(''), 'latin1')]);
}
