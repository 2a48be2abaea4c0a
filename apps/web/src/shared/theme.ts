import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from './stored.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'pamong.theme';
const listeners = new Set<() => void>();
const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');

function storedTheme(): Theme {
  const stored = readStored(KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

function apply(): void {
  const choice = storedTheme();
  const dark = choice === 'dark' || (choice === 'system' && prefersDark().matches);
  document.documentElement.setAttribute('data-theme', dark ? 'dark' : 'light');
  const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
  if (paper) document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper);
  for (const listener of listeners) listener();
}

/** Follows the system while the choice is `system`. The first paint was already right, thanks to /first-paint.js. */
export function watchTheme(): void {
  prefersDark().addEventListener('change', apply);
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) apply();
  });
}

/** Calls back whenever the theme on the page may have changed. @returns how to stop */
export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The person's choice (not the resolved theme) and how to change it; remembered on this device. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(onTheme, storedTheme);
  return [theme, setTheme];
}

function setTheme(theme: Theme): void {
  writeStored(KEY, theme);
  apply();
}
