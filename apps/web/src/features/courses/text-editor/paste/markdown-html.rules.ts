const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Two signs of Markdown at least: one dash at the beginning of a line is only a dash. */
export function looksLikeMarkdown(text: string): boolean {
  const signs = text.split('\n').filter((line) => /^(?:#{1,6} \S|\s*[-*+] \S|\s*\d+[.)] \S|> \S|```|\|.+\|)/.test(line)).length;
  return /^#{1,6} \S/m.test(text) || /^```/m.test(text) || signs >= 2;
}

/** The common part of Markdown as HTML: headings, lists, quotes, code, tables, emphasis, links. */
export function markdownHtml(text: string): string {
  const lines = text.replaceAll('\r', '').split('\n');
  const made: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const take = (test: (line: string) => boolean): string[] => {
      const from = at;
      while (at < lines.length && test(lines[at] ?? '')) at += 1;
      return lines.slice(from, at);
    };
    const heading = /^(#{1,6}) (.+?)#*$/.exec(line);
    if (line.startsWith('```')) {
      at += 1;
      const code = take((one) => !one.startsWith('```'));
      at += 1;
      const language = /^```([a-z0-9+#.-]{1,30})/.exec(line)?.[1];
      made.push(`<pre><code${language === undefined ? '' : ` class="language-${language}"`}>${escaped(code.join('\n'))}</code></pre>`);
    } else if (heading) {
      at += 1;
      const level = heading[1]?.length ?? 1;
      made.push(`<h${level}>${inline(heading[2] ?? '')}</h${level}>`);
    } else if (/^\s*(?:[-*+]|\d+[.)]) /.test(line)) made.push(list(take((one) => /^\s*(?:[-*+]|\d+[.)]) |^\s+\S/.test(one))));
    else if (line.startsWith('>')) made.push(`<blockquote><p>${inline(take((one) => one.startsWith('>')).map((one) => one.replace(/^> ?/, '')).join(' '))}</p></blockquote>`);
    else if (/^\|.+\|\s*$/.test(line)) made.push(table(take((one) => one.startsWith('|'))));
    else if (/^(?:-{3,}|\*{3,})\s*$/.test(line)) {
      at += 1;
      made.push('<hr>');
    } else if (line.trim() === '') at += 1;
    else {
      const paragraph = take((one) => one.trim() !== '' && !/^(?:#{1,6} |```|>|\|.+\||\s*(?:[-*+]|\d+[.)]) )/.test(one));
      // A line that looks like the beginning of something else and is none.
      if (paragraph.length === 0) {
        paragraph.push(line);
        at += 1;
      }
      made.push(`<p>${inline(paragraph.join(' '))}</p>`);
    }
  }
  return made.join('');
}

function inline(text: string): string {
  return escaped(text.trim())
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(/\[([^\]]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)/g, '<a href="$2">$1</a>')
    .replaceAll(/\*\*([^*]+)\*\*|__([^_]+)__/g, (_, one?: string, two?: string) => `<strong>${one ?? two ?? ''}</strong>`)
    .replaceAll(/(?<![\w*])\*([^*\s][^*]*)\*(?!\w)|(?<!\w)_([^_\s][^_]*)_(?!\w)/g, (_, one?: string, two?: string) => `<em>${one ?? two ?? ''}</em>`);
}

function list(lines: readonly string[]): string {
  const items: { text: string; deeper: string[]; ordered: boolean }[] = [];
  const margin = /^\s*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  for (const line of lines) {
    const found = /^(\s*)([-*+]|\d+[.)]) (.*)$/.exec(line);
    const last = items.at(-1);
    if (found && ((found[1]?.length ?? 0) <= margin || last === undefined)) items.push({ text: found[3] ?? '', deeper: [], ordered: /\d/.test(found[2] ?? '') });
    else if (found) last?.deeper.push(line);
    else if (last) last.text += ` ${line.trim()}`;
  }
  const name = items[0]?.ordered === true ? 'ol' : 'ul';
  return `<${name}>${items.map(({ text, deeper }) => `<li>${inline(text)}${deeper.length > 0 ? list(deeper) : ''}</li>`).join('')}</${name}>`;
}

function table(lines: readonly string[]): string {
  const rows = lines.map((line) => line.trim().replaceAll(/^\||\|$/g, '').split('|').map((cell) => cell.trim()));
  const ruled = rows[1]?.every((cell) => /^:?-+:?$/.test(cell)) === true;
  const cells = (row: readonly string[], name: string) => `<tr>${row.map((cell) => `<${name}>${inline(cell)}</${name}>`).join('')}</tr>`;
  return `<table>${rows.filter((_, index) => !ruled || index !== 1).map((row, index) => cells(row, ruled && index === 0 ? 'th' : 'td')).join('')}</table>`;
}
