import { createServer } from 'node:net';

/**
 * Whether this process could listen there right now.
 * @param host address to bind; a port taken on any interface counts as taken for `0.0.0.0`
 */
export function canListen(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port of the system's choosing that was free a moment ago; whoever binds it must be ready to try again. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host, exclusive: true }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** The first port after `taken` on which this process could listen, or undefined when the next 100 are all taken. */
export async function nextFreePort(taken: number, host = '127.0.0.1'): Promise<number | undefined> {
  for (let port = taken + 1; port <= Math.min(taken + 100, 65_535); port += 1) {
    if (await canListen(port, host)) return port;
  }
  return undefined;
}
