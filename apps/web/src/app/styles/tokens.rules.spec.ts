import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Theme = Record<string, string>;

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const light = tokensOf(/^:root \{([\s\S]*?)^\}/m);
const themes: [string, Theme][] = [
  ['light', light],
  ['dark', { ...light, ...tokensOf(/^:root\[data-theme='dark'\] \{([\s\S]*?)^\}/m) }],
];

const grounds = ['paper', 'surface', 'sunken', 'hover'];
const text: [string, string][] = [
  ...grounds.flatMap((ground) => ['ink', 'ink-soft', 'ink-faint', 'primary-ink', 'danger-ink'].map((ink): [string, string] => [ink, ground])),
  ...['primary', 'success', 'danger', 'info'].flatMap((ink) => ['paper', 'surface'].map((ground): [string, string] => [ink, ground])),
  ...['primary', 'accent', 'success', 'warning', 'danger', 'info'].map((tone): [string, string] => [`${tone}-ink`, `${tone}-soft`]),
  ...['primary', 'accent', 'success', 'warning', 'danger', 'info'].map((tone): [string, string] => ['ink', `${tone}-soft`]),
  ['ink-soft', 'primary-soft'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
];
const shapes: [string, string][] = grounds.slice(0, 3).flatMap((ground) => [
  ['line-strong', ground] as [string, string],
  ['focus', ground] as [string, string],
  ['warning', ground] as [string, string],
]);

describe.each(themes)('the %s theme', (_name, theme) => {
  it.each(text)('reads %s on %s at 4.5:1 or better', (ink, ground) => {
    expect(contrast(theme[ink], theme[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('shows %s on %s at 3:1 or better', (shape, ground) => {
    expect(contrast(theme[shape], theme[ground])).toBeGreaterThanOrEqual(3);
  });
});

it('measures as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

function tokensOf(block: RegExp): Theme {
  const body = block.exec(css)?.[1] ?? '';
  return Object.fromEntries([...body.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('a pair names a token that is not in tokens.css');
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
