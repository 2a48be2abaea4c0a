import { readFileSync } from 'node:fs';

/**
 * The processes between this one and the `npm start` or `npm test` that started it. Where one of them is killed,
 * the others do not notice; we do, by watching this list. Empty where there is no /proc.
 */
export function ancestors(): number[] {
  const chain: { pid: number; launcher: boolean }[] = [];
  for (let pid = process.ppid; pid > 1 && chain.length < 12; ) {
    const found = processOf(pid);
    if (found === null) break;
    chain.push({ pid, launcher: found.launcher });
    pid = found.parent;
  }
  return chain.slice(0, chain.findLastIndex((entry) => entry.launcher) + 1).map((entry) => entry.pid);
}

function processOf(pid: number): { launcher: boolean; parent: number } | null {
  try {
    const [program = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const shell = /(^|\/)(ba|da|z)?sh$/.test(program);
    const parent = Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    return { launcher: !shell && /\bp?np[mx]\b/.test([program, ...args].join(' ')), parent };
  } catch {
    return null;
  }
}
