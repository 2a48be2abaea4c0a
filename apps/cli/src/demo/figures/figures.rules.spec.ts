import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allFigures } from './all-figures.js';
import { FIGURE_WIDTH, cards, figure, lines, pair } from './figure.js';

const served = join(__dirname, '..', '..', '..', '..', 'web', 'public', 'demo');

describe('the drawn figures', () => {
  it('are committed as they are drawn', () => {
    expect(allFigures.size).toBeGreaterThan(0);
    for (const [path, svg] of allFigures) expect([path, readFileSync(join(served, path), 'utf8')]).toEqual([path, svg]);
  });

  it('keep every word inside the sheet, at a size that a phone shows readably', () => {
    for (const [path, svg] of allFigures) {
      const height = Number(/viewBox="0 0 480 (\d+)"/.exec(svg)?.[1]);
      for (const [, x, y, size, , anchor, escaped = ''] of svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)" font-weight="(\d+)" fill="[^"]+" text-anchor="(\w+)">([^<]*)/g)) {
        const text = escaped.replaceAll(/&\w+;/g, '"');
        const length = text.length * Number(size) * 0.53;
        const left = Number(x) - (anchor === 'start' ? 0 : anchor === 'middle' ? length / 2 : length);
        expect([path, text, left >= 0 && left + length <= FIGURE_WIDTH, Number(y) < height, Number(size) >= 15]).toEqual([path, text, true, true, true]);
      }
    }
  });

  it('are well-formed and carry nothing that is not a picture', () => {
    for (const [path, svg] of allFigures) {
      expect([path, /NaN|undefined|<script|href/.exec(svg)]).toEqual([path, null]);
      expect([path, svg.match(/<text/g)?.length]).toEqual([path, svg.match(/<\/text>/g)?.length]);
    }
  });
});

describe('figure', () => {
  it('breaks long texts at spaces and grows with them', () => {
    expect(lines('satu dua tiga empat lima enam', 100, 20).length).toBeGreaterThan(2);
    const short = figure(cards([{ head: 'A' }]));
    const long = figure(cards([{ head: 'A', body: 'Sebuah kalimat panjang yang pasti membutuhkan lebih dari satu baris pada lebar ini.' }]));
    const height = (svg: string) => Number(/height="(\d+)"/.exec(svg)?.[1]);
    expect(height(long)).toBeGreaterThan(height(short));
  });

  it('gives both sides of a pair the same height', () => {
    const svg = figure(pair({ head: 'Satu' }, { head: 'Dua', body: 'Isi yang jauh lebih panjang daripada yang kiri' }));
    const heights = [...svg.matchAll(/<rect x="[\d.]+" y="20" width="214" height="([\d.]+)"/g)].map((found) => found[1]);
    expect(heights).toHaveLength(2);
    expect(heights[0]).toBe(heights[1]);
  });
});
