/**
 * A POSIX shell program that runs the command after it and ends that command when its own standard input closes.
 * The input is a pipe from the parent, so it closes however the parent ends, `kill -9` included. Unlike an IPC
 * channel it works for programs that know nothing of Node.
 */
const LEASH = [
  'exec 3<&0',
  'sig=$1; shift',
  '"$@" </dev/null 3<&- & child=$!',
  // A signal interrupts `wait`; hence the second one, which collects the real exit code.
  `trap 'kill -s "$sig" "$child" 2>/dev/null' TERM INT`,
  '{ while read -r line; do :; done; kill -s "$sig" "$child"; } <&3 2>/dev/null & watch=$!',
  'exec 3<&-',
  'wait "$child"; code=$?',
  'kill -0 "$child" 2>/dev/null && { wait "$child"; code=$?; }',
  'kill "$watch" 2>/dev/null',
  'exit "$code"',
].join('\n');

/**
 * The command line that runs `command` on a leash: spawn it with `stdio[0] = 'pipe'`.
 * @param signal what the command understands as "stop now, properly", without the SIG prefix
 */
export function leashed(command: string, args: readonly string[], signal: 'TERM' | 'INT' = 'TERM'): { command: string; args: string[] } {
  return { command: '/bin/sh', args: ['-c', LEASH, 'leash', signal, command, ...args] };
}
