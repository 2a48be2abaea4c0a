/** One picture size of a recording. Bit rates in bits per second. */
export interface Rendition {
  /** Folder name and label: `v240`. The number is the length of the short side in pixels. */
  name: string;
  width: number;
  height: number;
  shortSide: number;
  videoBitrate: number;
  audioBitrate: number;
  audioChannels: 1 | 2;
}

// Ceilings, not targets: the encoder aims at a quality, so slides stay far below and only moving pictures come near.
const LADDER = [
  { shortSide: 240, videoBitrate: 240_000, audioBitrate: 40_000, audioChannels: 1 },
  { shortSide: 480, videoBitrate: 800_000, audioBitrate: 64_000, audioChannels: 1 },
  { shortSide: 720, videoBitrate: 1_800_000, audioBitrate: 96_000, audioChannels: 2 },
] as const;

/**
 * The sizes to make from a picture of this display size, lowest first and never above the source.
 * A source between two steps (360, say) gets its own size as the last step when that is at least a fifth more.
 */
export function renditionsFor(width: number, height: number): Rendition[] {
  const source = even(Math.min(width, height));
  const steps = LADDER.filter((step) => step.shortSide <= source).map((step) => ({ ...step, shortSide: step.shortSide as number }));
  const last = steps.at(-1)?.shortSide ?? 0;
  const next = LADDER.find((step) => step.shortSide > source);
  if (next && source >= last * 1.2) steps.push({ ...next, shortSide: source });
  return steps.map((step) => {
    const scale = step.shortSide / Math.min(width, height);
    return { ...step, name: `v${step.shortSide}`, width: even(width * scale), height: even(height * scale) };
  });
}

const even = (value: number): number => Math.max(2, Math.round(value / 2) * 2);
