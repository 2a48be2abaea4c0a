import { Editor } from '@tiptap/core';
import type { TFunction } from 'i18next';
import { pageExtensions } from '../schema/extensions.js';
import { findHints, readingMinutes } from './hints.rules.js';

const t = ((key: string) => key) as unknown as TFunction<'courses'>;
const nothing = () => undefined;
const doc = (html: string) => new Editor({ element: null, content: html, extensions: pageExtensions(t, { courseId: '', onEditPicture: nothing, onPicture: nothing, onLeft: nothing }) }).state.doc;

it.each([
  ['<h2>A</h2><h4>B</h4><h2>C</h2><h3>D</h3>', ['headingSkipped: B']],
  ['<h3>A</h3>', ['headingSkipped: A']],
  ['<h2></h2><p>a</p>', ['headingEmpty: ']],
  ['<figure><img src="/a.png"></figure><figure><img src="/b.png" alt="Bagan"></figure><figure><img src="/c.png" data-decorative></figure>', ['altMissing: ']],
  ['<p><a href="https://a.id">klik di sini</a>, <a href="https://a.id">di <strong>sini</strong></a>, <a href="https://b.id">read more</a>, <a href="https://c.id">Pedoman sini</a></p>', ['linkVague: klik di sini', 'linkVague: di sini', 'linkVague: read more']],
  ['<p><a href="https://anri.go.id/x">https://anri.go.id/x</a></p>', ['linkBare: https://anri.go.id/x']],
  ['<table><tr><td>a</td></tr><tr><td>b</td></tr></table><table><tr><th>a</th></tr><tr><td>b</td></tr></table><table><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr></table>', ['tableHeader: ab']],
  [`<p>${'kata '.repeat(151)}</p>`, [`paragraphLong: ${'kata '.repeat(12).slice(0, 57).trimEnd()}…`]],
  ['<p>PERHATIAN UNTUK SEMUA PESERTA</p><p>ASN dan BKN, PNS, LAN, KASN</p>', ['capitals: PERHATIAN UNTUK SEMUA PESERTA']],
  ['<details><summary></summary><p>a</p></details>', ['summaryEmpty: ']],
  ['<h2>Baik</h2><p>Teks biasa dengan <a href="https://anri.go.id">pedoman ANRI</a>.</p>', []],
])('finds in %s', (html, hints) => expect(findHints(doc(html)).map(({ code, about }) => `${code}: ${about}`)).toEqual(hints));

it('counts words and the minutes that they take', () => {
  expect(readingMinutes(doc(''))).toEqual({ words: 0, minutes: 0 });
  expect(readingMinutes(doc('<p>Satu dua-tiga, e-mail.</p><p>Empat</p>'))).toEqual({ words: 4, minutes: 1 });
  expect(readingMinutes(doc(`<p>${'kata '.repeat(900)}</p>`))).toEqual({ words: 900, minutes: 5 });
});
