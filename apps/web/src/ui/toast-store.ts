import type { Tone } from './badge.js';

export interface ToastRequest {
  readonly text: string;
  readonly tone?: Extract<Tone, 'neutral' | 'success' | 'danger'>;
  /** Takes the action back; offered for ten seconds instead of asking "are you sure?" before. */
  readonly undo?: () => void;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ShownToast extends ToastRequest {
  readonly id: number;
  readonly milliseconds: number;
}

/** With an undo a person needs time to read, think and reach; without, six seconds are enough to read two lines. */
const WITH_UNDO_MS = 10_000;
const PLAIN_MS = 6_000;
const AT_ONCE = 3;

let shown: readonly ShownToast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function publish(toasts: readonly ShownToast[]): void {
  shown = toasts;
  for (const listener of listeners) listener();
}

/** Shows a short message at the edge of the screen. For what must not be missed use a `Notice` on the page. */
export function toast(request: ToastRequest): void {
  const id = next++;
  publish([...shown.slice(1 - AT_ONCE), { ...request, id, milliseconds: request.undo || request.action ? WITH_UNDO_MS : PLAIN_MS }]);
}

/** Takes a message away before its time. */
export function dismissToast(id: number): void {
  publish(shown.filter((one) => one.id !== id));
}

/** For `Toaster` only: React reads the messages through these two. */
export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function shownToasts(): readonly ShownToast[] {
  return shown;
}
