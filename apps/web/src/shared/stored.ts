/** Reads a remembered choice. Null when there is none or the browser keeps no storage (private window, strict settings). */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers a choice on this device; does nothing where storage is closed or full. */
export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice then lasts as long as the page, which is all the browser allows.
  }
}
