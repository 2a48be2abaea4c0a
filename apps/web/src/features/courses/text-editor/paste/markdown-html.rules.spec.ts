import { looksLikeMarkdown, markdownHtml } from './markdown-html.rules.js';

it.each([
  ['# Judul\n\nIsi **tebal** dan *miring*, `kode`.', '<h1>Judul</h1><p>Isi <strong>tebal</strong> dan <em>miring</em>, <code>kode</code>.</p>'],
  ['- a\n  - b\n- c', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
  ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
  ['```sql\nselect 1 < 2\n```', '<pre><code class="language-sql">select 1 &lt; 2</code></pre>'],
  ['| A | B |\n|---|---|\n| 1 | 2 |', '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>'],
  ['> a\n> b', '<blockquote><p>a b</p></blockquote>'],
  ['[ANRI](https://anri.go.id) [x](javascript:alert(1))', '<p><a href="https://anri.go.id">ANRI</a> [x](javascript:alert(1))</p>'],
  ['<script>x</script>', '<p>&lt;script&gt;x&lt;/script&gt;</p>'],
])('writes %j as HTML', (text, html) => expect(markdownHtml(text)).toBe(html));

it('ends whatever it reads', () => expect(markdownHtml(['```', '|', '>', '-', '# ', '1.'].join('\n'))).toContain('<pre>'));

it('takes plain text for what it is', () => {
  expect(looksLikeMarkdown('Yth. Ibu\n- satu kalimat saja')).toBe(false);
  expect(looksLikeMarkdown('- a\n- b')).toBe(true);
  expect(looksLikeMarkdown('# Judul')).toBe(true);
});
