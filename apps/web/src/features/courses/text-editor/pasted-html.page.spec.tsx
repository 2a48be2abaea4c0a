import { pastedHtml } from './pasted-html.js';

it.each([
  [
    'Word',
    '<html><head><style>p{}</style></head><body><!--StartFragment--><p class="MsoNormal" style="margin:0"><b><span style="font-size:14pt">Tebal</span></b><o:p></o:p></p><p class="MsoNormal">&nbsp;</p></body></html>',
    '<p><strong>Tebal</strong></p>',
  ],
  ['a page', '<div><h1 id="x">Judul</h1><div onclick="x()">Isi <a href="https://a.example" target="_blank">tautan</a></div></div>', '<p><h2>Judul</h2><p>Isi <a href="https://a.example">tautan</a></p></p>'],
  ['a script', '<p>a<script>x()</script><img src="https://a.example/x.png" onerror="x()"></p><a href="javascript:x()">b</a>', '<p>a</p><a>b</a>'],
  ['a table', '<table style="x"><tbody><tr><td width="3">1</td></tr></tbody></table>', '<table><tbody><tr><td>1</td></tr></tbody></table>'],
])('keeps the meaning of what comes from %s', (_, given, kept) => expect(pastedHtml(given)).toBe(kept));
