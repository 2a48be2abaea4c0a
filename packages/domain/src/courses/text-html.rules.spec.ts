import { cleanHtml, isEmptyHtml, picturesWithoutAlt } from './text-html.rules.js';

describe('cleanHtml', () => {
  it('keeps meaning and drops looks', () => {
    expect(cleanHtml('<h1 style="color:red" class="MsoTitle">Judul</h1><div><b>tebal</b> <i>miring</i><o:p></o:p></div>')).toBe(
      '<h2>Judul</h2><p><strong>tebal</strong> <em>miring</em></p>',
    );
  });

  it.each([
    ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['<iframe src="https://x.example"></iframe>b', 'b'],
    ['<a href="javascript:alert(1)">a</a>', '<a rel="noopener noreferrer">a</a>'],
    ['<svg><script>alert(1)</script></svg>', ''],
    ['<style>p{}</style>c', 'c'],
  ])('drops what runs: %s', (given, clean) => expect(cleanHtml(given)).toBe(clean));

  it.each(['https://elsewhere.example/a.png', '//elsewhere.example/a.png', '/\\elsewhere.example/a.png', 'data:image/png;base64,AAAA', ''])(
    'drops a picture that lies elsewhere: %s',
    (src) => expect(cleanHtml(`<p>a<img src="${src}" alt="x"></p>`)).toBe('<p>a</p>'),
  );

  it('keeps an answer that opens, closed', () => {
    expect(cleanHtml('<details open onclick="a()"><summary>Jawaban</summary><p>B</p></details>')).toBe('<details><summary>Jawaban</summary><p>B</p></details>');
  });

  it('keeps our own pictures with their description and size', () => {
    expect(cleanHtml('<img src="/api/media/1/file" alt=" Alur surat " width="640" height="x" onerror="a()">')).toBe(
      '<img src="/api/media/1/file" alt="Alur surat" loading="lazy" width="640" />',
    );
  });

  it.each([
    ['<p>a</p><p><ul><li>b</li></ul></p><p><br></p>', '<p>a</p><ul><li>b</li></ul>'],
    ['<div><p>a</p><div>b</div></div><p>&nbsp;</p>', '<p>a</p><p>b</p>'],
    ['<p><h2>a</h2></p>', '<h2>a</h2>'],
  ])('takes apart what editors nest, and drops empty paragraphs: %s', (given, clean) => {
    expect(cleanHtml(given)).toBe(clean);
    expect(cleanHtml(clean)).toBe(clean);
  });

  it.each([
    ['blanks that do not break', `<p>${'&nbsp;'.repeat(60_000)}x</p>`],
    ['depth', '<b>'.repeat(130_000)],
    ['depth that is closed wrongly', '<b>'.repeat(60_000) + '</i>'.repeat(50_000)],
    ['depth behind ends of others', '<b></i>'.repeat(57_000)],
    ['tags of others', '<x>'.repeat(130_000)],
    ['lists', '<ul><li>'.repeat(49_000)],
    ['brackets', '<'.repeat(399_000)],
  ])('takes a time that grows with the length alone: %s', (_, html) => {
    const begun = performance.now();
    cleanHtml(html);
    // A tenth of it by itself; without the limits minutes or the age of the universe.
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it.each([
    ['a list item', '<ul><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></li></ul></li><li><p>d</p><p>e</p></li></ul>', '<ul><li>a</li><li>b<ul><li>c</li></ul></li><li><p>d</p><p>e</p></li></ul>'],
    [
      'a table of the editor',
      '<table style="min-width: 3px"><caption> </caption><colgroup><col></colgroup><tbody><tr><th><p>Nama</p></th><th><p>JP</p></th></tr><tr><th><p>Ani</p></th><td><p></p></td></tr></tbody></table>',
      '<table><thead><tr><th scope="col">Nama</th><th scope="col">JP</th></tr></thead><tbody><tr><th scope="row">Ani</th><td></td></tr></tbody></table>',
    ],
    ['a head of others', '<table><thead><tr><td>A</td></tr></thead><tr><td>1</td></tr></table>', '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'],
    ['a caption', '<table><caption>Peserta</caption><tr><td>1</td></tr></table>', '<table><caption>Peserta</caption><tbody><tr><td>1</td></tr></tbody></table>'],
    ['a table without cells', '<table><tbody></tbody></table><p>a</p>', '<p>a</p>'],
    ['code', '<pre class="x"><code class="language-sql evil">select 1</code></pre><pre>a\nb</pre>', '<pre><code class="language-sql">select 1</code></pre><pre><code>a\nb</code></pre>'],
    ['a callout', '<aside data-callout="tip" class="x"><p>a</p></aside><aside data-callout="evil"><p>b</p></aside><aside></aside>', '<aside data-callout="tip"><p>a</p></aside><aside data-callout="info"><p>b</p></aside>'],
    ['figures', '<figure><img src="/a.png" alt="A"><figcaption></figcaption></figure><figure><figcaption>b</figcaption></figure>', '<figure><img src="/a.png" alt="A" loading="lazy" /></figure><p>b</p>'],
    ['a decoration', '<img src="/a.png" alt="x" data-decorative>', '<img src="/a.png" alt="" loading="lazy" data-decorative="" />'],
  ])('gives %s its shape, and keeps it', (_, given, clean) => {
    expect(cleanHtml(given)).toBe(clean);
    expect(cleanHtml(clean)).toBe(clean);
  });

  it('takes apart what is nested beyond reason and keeps the words', () => {
    const clean = cleanHtml(`${'<ul><li>'.repeat(200)}dalam${'</li></ul>'.repeat(200)}`);
    expect(clean).toContain('dalam');
    expect(clean.match(/<ul>/g)?.length).toBeLessThanOrEqual(20);
  });

  it('changes nothing when it runs again', () => {
    const once = cleanHtml('<div>a &amp; b <b>c</b></div><img src="/x.png"><table><tr><td onclick=1>1</td></tr></table><a href="https://a.example">a</a>');
    expect(cleanHtml(once)).toBe(once);
  });
});

describe('what the check list asks of a text', () => {
  it('knows an empty one', () => {
    expect(isEmptyHtml('<p>&nbsp;</p><p><br /></p>')).toBe(true);
    expect(isEmptyHtml('<p>a</p>')).toBe(false);
    expect(isEmptyHtml('<img src="/a.png" alt="" />')).toBe(false);
  });

  it('counts pictures without a description', () => {
    expect(picturesWithoutAlt(cleanHtml('<img src="/a.png"><img src="/b.png" alt="  "><img src="/c.png" alt="Bagan"><img src="/d.png" data-decorative>'))).toBe(2);
  });
});
