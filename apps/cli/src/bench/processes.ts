import { readFileSync, readdirSync } from 'node:fs';

/** Clock ticks a second of /proc; 100 on every Linux that Node supports. */
const ticks = 100;

/** CPU-seconds that a process, and every process below it, have used so far; 0 where there is no /proc. */
export function cpuSeconds(pid: number): number {
  return tree(pid).reduce((sum, member) => {
    const fields = fieldsOf(member);
    // utime, stime, and what ended children used.
    return sum + [11, 12, 13, 14].reduce((used, index) => used + Number(fields[index] ?? 0), 0) / ticks;
  }, 0);
}

/** Resident memory of one process in MB. */
export function memoryMb(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function tree(root: number): number[] {
  let processes: number[];
  try {
    processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  } catch {
    return [];
  }
  const parents = new Map(processes.map((pid) => [pid, Number(fieldsOf(pid)[1] ?? 0)]));
  const members = [root];
  for (let index = 0; index < members.length; index += 1) {
    for (const [pid, parent] of parents) if (parent === members[index]) members.push(pid);
  }
  return members;
}

/** Fields of /proc/PID/stat after the name, which may hold anything. */
function fieldsOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
