import { cleanHtml } from './text-html.rules.js';
import { compilePage } from './text-page.rules.js';

const page = (html: string, language = 'id') => compilePage(cleanHtml(html), language);

it('says the kind of a box in words of the course', () => {
  expect(page('<aside data-callout="warning"><p>a</p></aside>')).toBe('<aside data-callout="warning" role="note"><p class="callout-label">Peringatan</p><p>a</p></aside>');
  expect(page('<aside data-callout="warning"><p>a</p></aside>', 'en-GB')).toContain('<p class="callout-label">Warning</p>');
});

it('lets tables and code scroll in boxes of their own, with a name', () => {
  expect(page('<table><caption>Peserta &amp; JP</caption><tr><td>1</td></tr></table>')).toBe(
    '<div data-scroll="Peserta &amp; JP"><table><caption>Peserta &amp; JP</caption><tbody><tr><td>1</td></tr></tbody></table></div>',
  );
  expect(page('<pre><code class="language-sql">x</code></pre>')).toBe('<pre data-scroll="Kode"><code class="language-sql">x</code></pre>');
});

it('gives headings names to link to, each its own', () => {
  expect(page('<h2>Apa itu JP?</h2><h3>Contoh</h3><h3>Contoh</h3><h2>???</h2>')).toBe(
    '<h2 id="b-apa-itu-jp">Apa itu JP?</h2><h3 id="b-contoh">Contoh</h3><h3 id="b-contoh-2">Contoh</h3><h2 id="b-bagian">???</h2>',
  );
});

it('leaves plain text as it is', () => expect(page('<p>Isi &lt;b&gt; &amp; "kutip"</p>')).toBe('<p>Isi &lt;b&gt; &amp; "kutip"</p>'));

it('offers a picture in the sizes that it lies in, with room kept for it', () => {
  const id = '0199a2b4-7c00-7000-8000-000000000010';
  const made = compilePage(cleanHtml(`<figure><img src="/api/pictures/${id}" alt="Bagan"><figcaption>Alur</figcaption></figure><img src="/api/pictures/${id}x" data-decorative>`), 'id', new Map([[id, { width: 700, height: 350, widths: [480, 700] }]]));
  expect(made).toBe(
    `<figure><picture><source type="image/avif" srcset="/api/pictures/${id}?size=480.avif 480w, /api/pictures/${id}?size=700.avif 700w" sizes="(min-width: 48rem) 44rem, 100vw" />` +
      `<img src="/api/pictures/${id}" alt="Bagan" loading="lazy" srcset="/api/pictures/${id}?size=480.webp 480w, /api/pictures/${id} 700w" sizes="(min-width: 48rem) 44rem, 100vw" width="700" height="350" /></picture>` +
      `<figcaption>Alur</figcaption></figure><img src="/api/pictures/${id}x" alt="" loading="lazy" />`,
  );
});
