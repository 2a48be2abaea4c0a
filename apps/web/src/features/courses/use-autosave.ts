import { useEffect, useState, useSyncExternalStore } from 'react';
import { Autosave, type AutosaveOptions, type SaveState } from './autosave.js';

/** An `Autosave` that lives as long as the editor and saves what waits when the page goes away. */
export function useAutosave<Change extends object>(options: AutosaveOptions<Change>): { readonly autosave: Autosave<Change>; readonly state: SaveState } {
  const [autosave] = useState(() => new Autosave(options));
  const state = useSyncExternalStore(autosave.subscribe, autosave.state);
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') autosave.flush(true);
    };
    const back = () => autosave.flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('online', back);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('online', back);
      autosave.flush();
    };
  }, [autosave]);
  return { autosave, state };
}
