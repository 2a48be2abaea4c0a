import { useEffect } from 'react';
import { useSession } from '../shared/session/use-session.js';
import { onTheme } from '../shared/theme.js';

/** Puts the tokens of the agency's own colour on the page, those of the theme that is shown. */
export function useAgencyColours(): void {
  const theme = useSession().me?.agency.theme;
  useEffect(() => {
    if (!theme) return;
    const { style, dataset } = document.documentElement;
    const names = Object.keys(theme.light);
    const paint = () => {
      const tokens = dataset['theme'] === 'dark' ? theme.dark : theme.light;
      for (const name of names) style.setProperty(`--${name}`, tokens[name] ?? '');
    };
    paint();
    const stop = onTheme(paint);
    return () => {
      stop();
      for (const name of names) style.removeProperty(`--${name}`);
    };
  }, [theme]);
}
