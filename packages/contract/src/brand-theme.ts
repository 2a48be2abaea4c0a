/**
 * An agency's own colour, made into every token that the primary colour of Pamong fills, for light and dark. A colour that could not
 * be read (WCAG 2.2, 1.4.3: 4.5:1) is refused, never bent into another one.
 */

/** Names and values of CSS tokens of one theme. */
export type BrandTokens = Readonly<Record<'primary' | 'primary-hover' | 'on-primary' | 'primary-soft' | 'primary-ink' | 'focus', string>>;

export interface BrandTheme {
  readonly light: BrandTokens;
  readonly dark: BrandTokens;
}

const least = 4.5;
/** Grounds of `tokens.css` on which the primary colour is read: the brightest hover of light, the surfaces of dark. */
const grounds = { light: ['#fbfaf6', '#efece3'], dark: ['#1e1d19', '#2a2823'] } as const;

/** Contrast of two colours (`#rrggbb`) as WCAG measures it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

/** How well white stands on the colour, and the colour on paper: the lower of both. Below 4.5 it is refused. */
export function brandContrast(colour: string): number {
  return Math.min(contrast(colour, '#ffffff'), contrast(colour, grounds.light[0]));
}

/** Null when the colour cannot be read on light paper or carry white text. */
export function brandTheme(colour: string): BrandTheme | null {
  if (brandContrast(colour) < least) return null;
  const soft = mix(colour, '#ffffff', 0.88);
  const ink = towards(colour, '#000000', (tried) => contrast(tried, grounds.light[1]) >= least && contrast(tried, soft) >= least);
  const bright = towards(colour, '#ffffff', (tried) => grounds.dark.every((ground) => contrast(tried, ground) >= least + 1));
  const darkSoft = mix(colour, '#161512', 0.72);
  const brightInk = towards(mix(bright, '#ffffff', 0.25), '#ffffff', (tried) => contrast(tried, darkSoft) >= least);
  return {
    light: { primary: colour, 'primary-hover': mix(colour, '#000000', 0.16), 'on-primary': '#ffffff', 'primary-soft': soft, 'primary-ink': ink, focus: colour },
    dark: {
      primary: bright,
      'primary-hover': mix(bright, '#ffffff', 0.25),
      'on-primary': towards(mix(colour, '#000000', 0.6), '#000000', (tried) => contrast(tried, bright) >= least),
      'primary-soft': darkSoft,
      'primary-ink': brightInk,
      focus: brightInk,
    },
  };
}

/** Goes from a colour towards an end in small steps until the condition holds. */
function towards(colour: string, end: string, holds: (tried: string) => boolean): string {
  for (let share = 0; share < 1; share += 0.04) {
    const tried = mix(colour, end, share);
    if (holds(tried)) return tried;
  }
  return end;
}

/** `share` of the other colour in the first, 0 to 1. */
function mix(colour: string, other: string, share: number): string {
  const [a, b] = [channels(colour), channels(other)];
  return `#${a.map((value, at) => Math.round(value * (1 - share) + (b[at] ?? 0) * share).toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
