import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process was started, in a form that is only good for comparing; null when there is no such process. A
 * number of a process is given out again after it ends, a number together with its start is not.
 */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Ended, but not collected by its parent: it holds nothing any longer.
    if (fields[0] === 'Z') return null;
    return `${bootId()} ${fields[19]}`;
  } catch {
    return withoutProc(pid);
  }
}

/** Clock ticks count from the start of the machine, so a restart could make two processes look alike. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function withoutProc(pid: number): string | null {
  const answer = spawnSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' });
  const start = answer.stdout?.trim() ?? '';
  return start === '' ? null : start;
}
