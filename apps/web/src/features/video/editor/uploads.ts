import { useSyncExternalStore } from 'react';
import type { Upload } from 'tus-js-client';

/** An upload of this page. It goes on while its author looks at other pages. */
export interface UploadView {
  readonly sent: number;
  readonly total: number;
  /** Over the last seconds; null at the beginning. */
  readonly bytesPerSecond: number | null;
  /** `waiting`: the line is gone, it tries again by itself. */
  readonly state: 'sending' | 'waiting' | 'failed';
}

interface Running {
  readonly upload: Upload;
  readonly samples: [at: number, sent: number][];
  view: UploadView;
}

// A piece a request: a proxy before the server seldom lets more through, and a lost line costs at most the piece's rest.
const pieceBytes = 32 * 1024 * 1024;
const speedOverMs = 8_000;
const running = new Map<string, Running>();
const listeners = new Set<() => void>();

/** Sends a file for an announced recording, from wherever the server stands; resumes by itself until it is done or cancelled. */
export async function startUpload(assetId: string, url: string, file: File, onDone: () => void): Promise<void> {
  if (running.has(assetId)) return;
  const { Upload: TusUpload } = await import('tus-js-client');
  const upload = new TusUpload(file, {
    uploadUrl: url,
    chunkSize: pieceBytes,
    storeFingerprintForResuming: false,
    // Some minutes of a bad line; after that "Lanjutkan" asks again, and so does the network when it is back.
    retryDelays: [0, 1_000, 2_000, 4_000, ...Array.from({ length: 40 }, () => 8_000)],
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      change(assetId, { state: 'waiting', bytesPerSecond: null });
      return status === 0 || status >= 500 || status === 409 || status === 423 || status === 429;
    },
    onProgress: (sent, total) => progress(assetId, sent, total),
    onSuccess: () => {
      finish(assetId);
      onDone();
    },
    onError: () => change(assetId, { state: 'failed', bytesPerSecond: null }),
  });
  running.set(assetId, { upload, samples: [], view: { sent: 0, total: file.size, bytesPerSecond: null, state: 'sending' } });
  upload.start();
  tell();
}

/** Tries again at once. */
export function resumeUpload(assetId: string): void {
  const one = running.get(assetId);
  if (!one) return;
  change(assetId, { state: 'sending' });
  void one.upload.abort().then(() => one.upload.start());
}

export async function stopUpload(assetId: string): Promise<void> {
  const one = running.get(assetId);
  finish(assetId);
  await one?.upload.abort();
}

/** The upload of this recording on this page; null when there is none. */
export function useUpload(assetId: string | null): UploadView | null {
  return useSyncExternalStore(subscribe, () => (assetId === null ? null : (running.get(assetId)?.view ?? null)));
}

function progress(assetId: string, sent: number, total: number): void {
  const one = running.get(assetId);
  if (!one) return;
  const now = performance.now();
  one.samples.push([now, sent]);
  while (one.samples.length > 2 && now - (one.samples[0]?.[0] ?? now) > speedOverMs) one.samples.shift();
  const [at, before] = one.samples[0] ?? [now, sent];
  const bytesPerSecond = now - at > 800 ? Math.max(0, ((sent - before) * 1_000) / (now - at)) : one.view.bytesPerSecond;
  change(assetId, { sent, total, bytesPerSecond, state: 'sending' });
}

function change(assetId: string, change: Partial<UploadView>): void {
  const one = running.get(assetId);
  if (!one) return;
  one.view = { ...one.view, ...change };
  tell();
}

function finish(assetId: string): void {
  running.delete(assetId);
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => {
    for (const [assetId, one] of running) if (one.view.state !== 'sending') resumeUpload(assetId);
  });
  window.addEventListener('beforeunload', (event) => {
    // Nothing is lost by leaving, but the upload stops: the browser asks.
    if (running.size > 0) event.preventDefault();
  });
}
