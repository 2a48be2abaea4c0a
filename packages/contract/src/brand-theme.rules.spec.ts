import { brandTheme, contrast } from './brand-theme.js';

const colours = ['#0b5e6b', '#8a1538', '#1d4ed8', '#14532d', '#5b21b6', '#7c2d12', '#111111'];

it.each(colours)('makes a readable pair of themes of %s', (colour) => {
  const theme = brandTheme(colour);
  expect(theme?.light.primary).toBe(colour);
  for (const [tokens, grounds] of [[theme?.light, ['#fbfaf6', '#ffffff', '#efece3']], [theme?.dark, ['#161512', '#1e1d19', '#2a2823']]] as const) {
    if (tokens === undefined) throw new Error('no theme');
    for (const ground of grounds) expect(contrast(tokens['primary-ink'], ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['primary-ink'], tokens['primary-soft'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['on-primary'], tokens.primary)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['on-primary'], tokens['primary-hover'])).toBeGreaterThanOrEqual(4.5);
  }
});

it.each(['#ffd400', '#7fd1c1', '#ff7a00', '#ffffff'])('refuses %s, on which white cannot be read', (colour) => {
  expect(brandTheme(colour)).toBeNull();
});
