import { readChapters, writeChapters } from './chapters.rules.js';

it('reads what people write and orders it', () => {
  expect(readChapters('1.30 Isi\n0:00 Pembuka\n\n1.02.05  Penutup: tanya jawab')).toEqual({
    chapters: [{ start: 0, title: 'Pembuka' }, { start: 90, title: 'Isi' }, { start: 3_725, title: 'Penutup: tanya jawab' }],
    wrong: [],
  });
});

it('names the lines that it does not understand', () => {
  expect(readChapters('Pembuka\n0.00 Pembuka\n1.75 Salah\n2.00')).toEqual({ chapters: [{ start: 0, title: 'Pembuka' }], wrong: [1, 3, 4] });
});

it('writes what it reads', () => {
  const text = '0.00 Pembuka\n12.05 Isi\n1.00.00 Penutup';
  expect(writeChapters(readChapters(text).chapters)).toBe(text);
});
