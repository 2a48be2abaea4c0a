/**
 * The frame and watermark of a certificate as one SVG, drawn by code: a kawung band (the four-petalled batik of service) between
 * gold lines, a fine guilloche braid inside it, and a faint rosette behind the text. Units are millimetres of A4 landscape.
 */

const WIDTH = 297;
const HEIGHT = 210;
const INK = { sea: '#0f5257', seaSoft: '#5d9296', gold: '#b07d22', petal: '#dfeae9', water: '#edf4f3' } as const;

const BAND = { inset: 9, depth: 9 } as const;
const BRAID = { inset: 21.4, amplitude: 1.2, strands: 3, period: 6.2 } as const;

/** Two decimals of a millimetre are finer than any printer. */
const mm = (value: number): string => String(Math.round(value * 100) / 100);

function rectangle(inset: number, stroke: string, width: number): string {
  return `<rect x="${inset}" y="${inset}" width="${WIDTH - 2 * inset}" height="${HEIGHT - 2 * inset}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;
}

/** One pointed petal from (x, y) to (x + dx, y + dy), bulging by `belly` of its length to both sides. */
function petal(x: number, y: number, dx: number, dy: number, belly: number): string {
  const [cx, cy] = [x + dx / 2, y + dy / 2];
  const [nx, ny] = [-dy * belly, dx * belly];
  return `M${mm(x)} ${mm(y)}Q${mm(cx + nx)} ${mm(cy + ny)} ${mm(x + dx)} ${mm(y + dy)}Q${mm(cx - nx)} ${mm(cy - ny)} ${mm(x)} ${mm(y)}z`;
}

/** Centres of the kawung tiles along the four sides; every side holds a whole number of tiles. */
function bandTiles(): { x: number; y: number; w: number; h: number }[] {
  const { inset, depth } = BAND;
  const across = Math.round((WIDTH - 2 * inset) / depth);
  const down = Math.round((HEIGHT - 2 * inset) / depth);
  const w = (WIDTH - 2 * inset) / across;
  const h = (HEIGHT - 2 * inset) / down;
  const tiles: { x: number; y: number; w: number; h: number }[] = [];
  for (let column = 0; column < across; column += 1) {
    for (let row = 0; row < down; row += 1) {
      if (column > 0 && column < across - 1 && row > 0 && row < down - 1) continue;
      tiles.push({ x: inset + (column + 0.5) * w, y: inset + (row + 0.5) * h, w, h });
    }
  }
  return tiles;
}

function kawungBand(): string {
  let petals = '';
  let veins = '';
  let seeds = '';
  for (const { x, y, w, h } of bandTiles()) {
    for (const [sx, sy] of [[1, 1], [1, -1], [-1, 1], [-1, -1]] as const) {
      const [dx, dy] = [(sx * w) / 2, (sy * h) / 2];
      petals += petal(x + dx * 0.14, y + dy * 0.14, dx * 0.78, dy * 0.78, 0.52);
      veins += `M${mm(x + dx * 0.3)} ${mm(y + dy * 0.3)}L${mm(x + dx * 0.74)} ${mm(y + dy * 0.74)}`;
    }
    seeds += `<circle cx="${mm(x)}" cy="${mm(y)}" r=".34"/>`;
  }
  return (
    `<path d="${petals}" fill="${INK.petal}" stroke="${INK.sea}" stroke-width=".16"/>` +
    `<path d="${veins}" fill="none" stroke="${INK.gold}" stroke-width=".28" stroke-linecap="round"/>` +
    `<g fill="${INK.gold}">${seeds}</g>`
  );
}

/** A sine wave along a side as one cubic curve for each half wave, with the slopes of the sine at its ends. */
function wave(length: number, phase: number, place: (along: number, across: number) => string): string {
  const halves = Math.round(length / BRAID.period) * 2;
  const step = length / halves;
  const { amplitude } = BRAID;
  const at = (half: number): number => amplitude * Math.sin(Math.PI * half + phase);
  const slope = (half: number): number => ((amplitude * Math.PI) / step) * Math.cos(Math.PI * half + phase);
  let path = `M${place(0, at(0))}`;
  for (let index = 0; index < halves; index += 1) {
    const [from, to] = [index * step, (index + 1) * step];
    path += `C${place(from + step / 3, at(index) + (slope(index) * step) / 3)} ${place(to - step / 3, at(index + 1) - (slope(index + 1) * step) / 3)} ${place(to, at(index + 1))}`;
  }
  return path;
}

function guillocheBraid(): string {
  const { inset, strands } = BRAID;
  const [across, down] = [WIDTH - 2 * inset, HEIGHT - 2 * inset];
  let lines = '';
  for (let strand = 0; strand < strands; strand += 1) {
    const phase = (Math.PI * strand) / strands;
    const sides = [
      wave(across, phase, (along, off) => `${mm(inset + along)} ${mm(inset + off)}`),
      wave(across, phase, (along, off) => `${mm(inset + along)} ${mm(HEIGHT - inset + off)}`),
      wave(down, phase, (along, off) => `${mm(inset + off)} ${mm(inset + along)}`),
      wave(down, phase, (along, off) => `${mm(WIDTH - inset + off)} ${mm(inset + along)}`),
    ];
    lines += `<path d="${sides.join('')}" fill="none" stroke="${strand % 2 ? INK.gold : INK.seaSoft}" stroke-width=".13"/>`;
  }
  const rings = [[inset, inset], [WIDTH - inset, inset], [inset, HEIGHT - inset], [WIDTH - inset, HEIGHT - inset]] as const;
  return lines + rings.map(([x, y]) => cornerRosette(x, y)).join('');
}

/** Covers the place where two braids meet with a small eight-petalled flower. */
function cornerRosette(x: number, y: number): string {
  let petals = '';
  for (let turn = 0; turn < 8; turn += 1) {
    const angle = (Math.PI * turn) / 4;
    petals += petal(x + 0.5 * Math.cos(angle), y + 0.5 * Math.sin(angle), 2.3 * Math.cos(angle), 2.3 * Math.sin(angle), 0.26);
  }
  return (
    `<circle cx="${mm(x)}" cy="${mm(y)}" r="3.3" fill="#fff" stroke="${INK.sea}" stroke-width=".18"/>` +
    `<path d="${petals}" fill="${INK.petal}" stroke="${INK.gold}" stroke-width=".14"/>`
  );
}

/** A rosette of turned ellipses, as on banknotes, pale enough to read through. */
function watermark(): string {
  const turns = 24;
  let ellipses = '';
  for (let turn = 0; turn < turns; turn += 1) {
    const angle = mm((180 * turn) / turns);
    ellipses += `<ellipse cx="${WIDTH / 2}" cy="${HEIGHT / 2}" rx="58" ry="27" transform="rotate(${angle} ${WIDTH / 2} ${HEIGHT / 2})"/>`;
  }
  return `<g fill="none" stroke="${INK.water}" stroke-width=".22">${ellipses}</g>`;
}

/** The whole drawing; the same for every certificate, so it is made once. */
export function certificateBorder(): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    watermark() +
    kawungBand() +
    rectangle(BAND.inset - 1, INK.sea, 0.5) +
    rectangle(BAND.inset - 0.1, INK.gold, 0.22) +
    rectangle(BAND.inset + BAND.depth + 0.1, INK.gold, 0.22) +
    rectangle(BAND.inset + BAND.depth + 0.9, INK.sea, 0.35) +
    guillocheBraid() +
    '</svg>'
  );
}
