/** After this long a stop that hangs is cut short, so that no orphan holds a port or a job. */
const PATIENCE_MS = 5_000;

/**
 * Makes this process stop, as on SIGTERM, when the process that started it is gone, `kill -9` included: the IPC
 * channel between them closes with either end. Does nothing where there is no such channel, under systemd or in a
 * container for instance. Call it once, first thing in a main file.
 */
export function leaveWithParent(): void {
  if (process.send === undefined) return;
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  // Listening alone would keep a process alive that has nothing else to do.
  process.channel?.unref();
  // With the parent its end of our output is gone too; a log line must not turn a proper stop into a crash.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
