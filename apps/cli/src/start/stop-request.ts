import { existsSync } from 'node:fs';
import { ancestors } from './ancestors.js';

/**
 * Settles when somebody wants everything stopped: Ctrl C, a request to end, or the end of the `npm start` that
 * began it, which a process hears of only by looking. The second Ctrl C does not wait.
 * @returns the reason, for people
 */
export function stopRequest(onImpatience: () => void): Promise<string> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let last = 0;
      process.on(signal, () => {
        // npm and pnpm pass on the signal that the terminal has sent to us already.
        const echo = performance.now() - last < 1_000;
        last = performance.now();
        if (asked && signal === 'SIGINT' && !echo) onImpatience();
        asked = true;
        resolve(signal === 'SIGINT' ? 'Ctrl C' : signal);
      });
    }
    const parents = ancestors();
    const timer = setInterval(() => {
      if (parents.every((pid) => existsSync(`/proc/${pid}`))) return;
      clearInterval(timer);
      resolve('npm has ended');
    }, 500);
    timer.unref();
  });
}
