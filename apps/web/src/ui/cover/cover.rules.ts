/** Batik geometries that a cover may carry. */
export const MOTIFS = ['kawung', 'parang', 'truntum', 'ceplok', 'tumpal', 'megamendung'] as const;
export type Motif = (typeof MOTIFS)[number];

/** Colour families, named after what they remind of; covers.css holds their values for light and dark. */
export const PALETTES = ['laut', 'kunyit', 'nila', 'soga', 'daun', 'manggis'] as const;
export type Palette = (typeof PALETTES)[number];

export interface CoverPlan {
  readonly motif: Motif;
  readonly palette: Palette;
  /** Deep: light motif on a dark ground; pale: the other way round. */
  readonly ground: 'deep' | 'pale';
  /** Side of one tile in units of a 320 by 180 canvas. */
  readonly tile: number;
  readonly turn: number;
  /** Where the tiling starts, so that two covers with one motif do not crop alike. */
  readonly shift: readonly [number, number];
  /** Which side holds the calm shape, and how far it reaches (0 to 1). */
  readonly calm: { readonly kind: 'arch' | 'slope' | 'band'; readonly at: number };
}

const TURNS: Record<Motif, readonly number[]> = {
  kawung: [0, 45],
  parang: [0, 90],
  truntum: [0, 45],
  ceplok: [0, 45],
  tumpal: [0],
  megamendung: [0],
};

const TILES: Record<Motif, readonly number[]> = {
  kawung: [44, 60, 80],
  parang: [56, 72, 96],
  truntum: [40, 52, 64],
  ceplok: [56, 72, 90],
  tumpal: [36, 48, 60],
  megamendung: [72, 96, 120],
};

/** What the cover of the thing with this id looks like: always the same, and different from its neighbours as often as can be. */
export function planCover(id: string): CoverPlan {
  const draw = dice(id);
  const motif = pick(MOTIFS, draw());
  return {
    motif,
    palette: pick(PALETTES, draw()),
    ground: draw() < 0.62 ? 'deep' : 'pale',
    tile: pick(TILES[motif], draw()),
    turn: pick(TURNS[motif], draw()),
    shift: [Math.floor(draw() * 100), Math.floor(draw() * 100)],
    calm: { kind: pick(['arch', 'slope', 'band'] as const, draw()), at: 0.25 + draw() * 0.5 },
  };
}

function pick<T>(from: readonly T[], share: number): T {
  const one = from[Math.min(from.length - 1, Math.floor(share * from.length))];
  if (one === undefined) throw new RangeError('nothing to pick from');
  return one;
}

/** FNV-1a of the id seeds mulberry32: small, even, and the same in every browser. */
function dice(id: string): () => number {
  let state = 0x811c9dc5;
  for (const character of id) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
