import { markedOf, passageAround } from './passage.rules.js';
import { passagesOfCaptions, textOfHtml, vocabularyOf } from './search-text.rules.js';
import { likelyMeant, slipsBetween } from './spelling.rules.js';
import { formsOf } from './word-forms.rules.js';

describe('the text of a lesson', () => {
  it.each([
    ['<h2>Judul</h2><p>Satu<br>dua <strong>ti</strong>ga</p><ul><li>a</li><li>b</li></ul>', 'Judul Satu dua tiga a b'],
    ['<p>a &amp; b &lt;i&gt; &amp;lt;</p>', 'a & b <i> &lt;'],
    ['<figure><img src="/api/pictures/1" alt="Alur surat"><figcaption>Gambar 1</figcaption></figure>', 'Alur surat Gambar 1'],
    ['<p>a\u0002b\u200bc</p>', 'abc'],
  ])('%s', (html, text) => expect(textOfHtml(html)).toBe(text));

  it('that is spoken falls into half minutes that begin where a sentence does', () => {
    const cues = ['00:01.000 --> 00:04.000\nSatu.', '00:29.000 --> 00:33.000\n<v Ana>Dua &amp; tiga.', '00:31.500 --> 00:35.000\nEmpat.', '01:00:05.000 --> 01:00:06.000\nLima.'];
    expect(passagesOfCaptions(`WEBVTT\n\n${cues.join('\n\n')}\n`)).toEqual([
      { second: 1, text: 'Satu. Dua & tiga.' }, { second: 31, text: 'Empat.' }, { second: 3605, text: 'Lima.' },
    ]);
  });

  it('gives words to guess from', () => expect(vocabularyOf(['Résumé AI-101, data 2026', 'data ASN'])).toEqual(['asn', 'data', 'resume']));
});

describe('a slip of the pen', () => {
  it.each([['kecerdsan', 'kecerdasan', 1], ['dtaa', 'data', 1], ['arsip', 'arsip', 0], ['', 'abc', 3], ['sruat dians', 'surat dinas', 2]])('%s, %s', (a, b, slips) => expect(slipsBetween(a, b)).toBe(slips));

  it('is put right by the nearest word, then the most common, and not at any price', () => {
    const of = (word: string, courses = 1) => ({ word, stem: word, courses });
    expect(likelyMeant('pelayann', [of('pelatihan', 90), of('pelayanan', 2)])?.word).toBe('pelayanan');
    expect(likelyMeant('surta', [of('surga', 1), of('surat', 50)])?.word).toBe('surat');
    expect(likelyMeant('asn', [of('aso')])).toBeNull();
    expect(likelyMeant('gajah', [of('arsip', 9)])).toBeNull();
  });
});

describe('forms of a word that the stemmer parts', () => {
  it.each([['menuliskan', 'tulis'], ['tulisan', 'menulis'], ['ditulis', 'menulis'], ['pengarsipan', 'arsip'], ['menyusun', 'susun'], ['pemakaian', 'pakai']])('%s has %s', (word, form) => expect(formsOf(word)).toContain(form));
});

describe('a passage', () => {
  const filler = 'kata lain yang panjang sekali '.repeat(20);
  it('is where most of the words stand together, from the beginning of its sentence', () => {
    const passage = passageAround(`Data ada. ${filler}. Simpan data pribadi warga dengan aman. ${filler}`, ['data', 'pribad', 'aman']);
    expect(passage).toMatch(/^… Simpan data pribadi warga dengan aman\. .* …$/);
    expect(passage.length).toBeLessThan(170);
  });

  it('is the beginning where none of the words stands, and all of a short text', () => {
    expect(passageAround(filler, ['zzz'])).toMatch(/^kata lain .* …$/);
    expect(passageAround('pendek', ['zzz'])).toBe('pendek');
    expect(passageAround('a'.repeat(5_000), ['a'])).toHaveLength(162);
  });

  it('takes its marks from a copy whose letters stand where its own do', () => {
    expect(markedOf('Nur’aini & e-learning 🙂 x', 'Nur aini   \u0002e\u0003 \u0002learning\u0003 🙂 x')).toEqual([
      { text: 'Nur’aini & ', hit: false }, { text: 'e', hit: true }, { text: '-', hit: false }, { text: 'learning', hit: true }, { text: ' 🙂 x', hit: false },
    ]);
    expect(markedOf('abc', 'ab')).toEqual([{ text: 'abc', hit: false }]);
  });
});
