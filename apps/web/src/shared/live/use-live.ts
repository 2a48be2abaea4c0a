import { useEffect, useRef } from 'react';
import { LiveConnection, type LiveHandler } from './live-connection.js';

let shared: LiveConnection | undefined;

function connection(): LiveConnection {
  if (!shared) {
    const made = new LiveConnection(() => new EventSource('/api/live'));
    document.addEventListener('visibilitychange', () => made.visibility(!document.hidden));
    shared = made;
  }
  return shared;
}

/** Hangs up at once: after signing out the browser must not knock again with a session that is gone. */
export function closeLive(): void {
  shared?.close();
}

/**
 * Hears what the server tells this person about `topic`, such as `quizzes.attempt-graded`, while the component is on the page.
 * @param onResume runs after the line was down and is up again: read the present state there, since messages may be missing
 */
export function useLive(topic: string, handler: LiveHandler, onResume?: () => void): void {
  const latest = useRef({ handler, onResume });
  useEffect(() => {
    latest.current = { handler, onResume };
  });
  useEffect(() => {
    // Where the browser has no event stream (tests, very old phones) pages still work; they learn news when they read again.
    if (typeof EventSource === 'undefined') return;
    return connection().subscribe(topic, (data) => latest.current.handler(data), () => latest.current.onResume?.());
  }, [topic]);
}
