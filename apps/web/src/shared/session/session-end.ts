import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (ended === next) return;
  ended = next;
  for (const listener of listeners) listener();
}

/** The server no longer knows this session. The page stays as it is, with everything typed; a dialog asks to sign in again. */
export function noteSessionEnd(): void {
  set(true);
}

/** The session is good again. */
export function noteSessionResumed(): void {
  set(false);
}

/** True while the dialog that asks to sign in again should stand on the page. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => ended);
}
