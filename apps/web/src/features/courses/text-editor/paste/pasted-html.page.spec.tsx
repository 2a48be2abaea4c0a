import { pastedHtml } from './pasted-html.js';
import { rtfPictures } from './rtf-pictures.js';

it.each([
  [
    'Word',
    '<html><head><style>p{}</style></head><body><!--StartFragment--><p class="MsoNormal" style="margin:0"><b><span style="font-size:14pt">Tebal</span></b><o:p></o:p></p><p class="MsoNormal">&nbsp;</p></body></html>',
    '<p><strong>Tebal</strong></p>',
  ],
  ['a page', '<div><h1 id="x">Judul</h1><div onclick="x()">Isi <a href="https://a.example" target="_blank">tautan</a></div></div>', '<p><h2>Judul</h2><p>Isi <a href="https://a.example">tautan</a></p></p>'],
  ['a script', '<p>a<script>x()</script><img src="https://a.example/x.png" onerror="x()"></p><a href="javascript:x()">b</a>', '<p>a</p>b'],
  ['a table', '<table style="x"><tbody><tr><td width="3">1</td></tr></tbody></table>', '<table><tbody><tr><td>1</td></tr></tbody></table>'],
])('keeps the meaning of what comes from %s', (_, given, kept) => expect(pastedHtml(given)).toBe(kept));

const list = (level: number, mark: string, text: string, of = 'l0') =>
  `<p class=MsoListParagraph style='margin-left:36pt;mso-list:${of} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

it('makes lists of what Word draws with paragraphs, nested and of their kinds', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->${list(1, '·', 'Satu')}${list(2, 'o', 'Anak')}${list(1, '·', 'Dua')}<p class=MsoNormal>Lalu</p>${list(1, '1.', 'Langkah', 'l1')}${list(1, '2.', 'Lagi', 'l1')}</body></html>`;
  expect(pastedHtml(word)).toBe('<ul><li>Satu<ul><li>Anak</li></ul></li><li>Dua</li></ul><p>Lalu</p><ol><li>Langkah</li><li>Lagi</li></ol>');
});

it('takes headings by their style, from level 2 on, and leaves the table of contents and marks of footnotes behind', () => {
  const word = `<p class=MsoTitle>Pedoman</p><p class=MsoToc1><a href="#_Toc1">Bab I ... 3</a></p><h1><a name="_Toc1"></a>Bab I</h1><h3>Pasal</h3><p class=MsoNormal>Isi<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p><p style='mso-outline-level:2'>Bab II</p>`;
  expect(pastedHtml(word)).toBe('<h2>Pedoman</h2><h2>Bab I</h2><h4>Pasal</h4><p>Isi<sup>[1]</sup></p><h3>Bab II</h3>');
});

it('unwraps what Google wraps, and reads its styles', () => {
  const docs =
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:400">Judul</span></h1><p dir="ltr"><span style="font-weight:700">tebal</span><span style="font-weight:400;font-style:italic"> miring</span></p><ul><li dir="ltr" aria-level="1"><p role="presentation"><span style="font-weight:400">a</span></p></li><ul><li aria-level="2"><p><span>b</span></p></li></ul></ul></b>';
  expect(pastedHtml(docs)).toBe('<h2>Judul</h2><p><strong>tebal</strong><em> miring</em></p><ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>');
});

it('keeps the header of a table, also one that is only bold', () => {
  const cell = (text: string) => `<td style="width:10pt" width=3><p class=MsoNormal>${text}<o:p></o:p></p></td>`;
  expect(pastedHtml(`<table class=MsoTable><tr>${cell('<b>Nama</b>')}${cell('<b><span>JP</span></b>')}</tr><tr>${cell('Ani')}${cell('20')}</tr></table>`)).toBe(
    '<table><tbody><tr><th><p>Nama</p></th><th><p>JP</p></th></tr><tr><td><p>Ani</p></td><td><p>20</p></td></tr></tbody></table>',
  );
});

it('keeps pictures whose bytes came along, without descriptions that a program made', () => {
  const kept: string[] = [];
  const keepPicture = (src: string) => (src.startsWith('data:') ? `p${kept.push(src)}` : null);
  expect(pastedHtml('<p>a<img src="data:image/png;base64,AAAA" alt="image 1"><img src="https://x.example/a.png"><img src="/api/pictures/1" alt="Bagan"></p>', { keepPicture })).toBe(
    '<p>a<img data-pending="p1"><img src="/api/pictures/1" alt="Bagan"></p>',
  );
});

it('takes the pictures of a Word document out of the rich text beside it', () => {
  const digits = '89504e470d0a1a0a'.repeat(8);
  const rtf = `{\\rtf1{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn a}{\\sv b}}}\\picw10\\pngblip\\bliptag1{\\*\\blipuid 00112233445566778899aabbccddeeff}\r\n${digits}}}{\\nonshppict{\\pict\\wmetafile8 ${digits}}}}`;
  expect(rtfPictures(rtf)).toEqual([`data:image/png;base64,${Buffer.from(digits, 'hex').toString('base64')}`]);
});

it('reads a long document while hands rest', () => {
  const page = `<h1>Bab</h1><p class=MsoNormal style='text-align:justify'><span lang=IN style='font-size:12.0pt'>${'Setiap instansi menyusun rencana. '.repeat(40)}<o:p></o:p></span></p>${list(1, '1.', 'a')}${list(2, 'a.', 'b')}${'<table><tr><td><p class=MsoNormal><b>A</b></p></td></tr><tr><td><p class=MsoNormal>1</p></td></tr></table>'.repeat(3)}`;
  const begun = performance.now();
  const made = pastedHtml(page.repeat(40));
  expect(made.match(/<table>/g)?.length).toBe(120);
  // A browser takes a tenth of what jsdom does.
  expect(performance.now() - begun).toBeLessThan(5_000);
});
