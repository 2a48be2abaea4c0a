import { createServer, connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LinkSpeed {
  /** In each direction of each connection. */
  readonly bytesPerSecond?: number;
  /** Added to every piece of data, one way. */
  readonly latencyMs?: number;
}

/** A loopback TCP proxy that makes a network slow, cuts it and brings it back. */
export class TcpProxy {
  private readonly open = new Set<Socket>();
  private speed: LinkSpeed = {};
  private down = false;

  private constructor(
    private readonly server: Server,
    /** The port to connect to instead of the target's. */
    readonly port: number,
  ) {}

  /** Starts a proxy on a free port of 127.0.0.1. */
  static async start(target: { port: number; host?: string }): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new TcpProxy(server, (server.address() as AddressInfo).port);
    server.on('connection', (client) => proxy.join(client, target));
    return proxy;
  }

  /** Slows every connection from now on; an empty object takes the limits away. */
  throttle(speed: LinkSpeed): void {
    this.speed = speed;
  }

  /** Breaks every connection and refuses new ones, as a lost network does, until `restore`. */
  cut(): void {
    this.down = true;
    for (const socket of this.open) socket.destroy();
  }

  restore(): void {
    this.down = false;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, target: { port: number; host?: string }): void {
    if (this.down) {
      client.destroy();
      return;
    }
    const upstream = connect({ port: target.port, host: target.host ?? '127.0.0.1', allowHalfOpen: true });
    for (const [from, to] of [[client, upstream], [upstream, client]] as const) {
      this.open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.open.delete(from);
        to.destroy();
      });
      void this.pump(from, to).catch(() => to.destroy());
    }
  }

  /** Reads one piece at a time, so a slow link pushes back on the sender instead of filling memory. */
  private async pump(from: Socket, to: Socket): Promise<void> {
    for await (const piece of from as AsyncIterable<Buffer>) {
      const { bytesPerSecond, latencyMs = 0 } = this.speed;
      if (latencyMs > 0) await sleep(latencyMs);
      if (bytesPerSecond === undefined) {
        await write(to, piece);
        continue;
      }
      // Ten slices a second, so that progress is smooth and a change of speed takes effect soon.
      const slice = Math.max(1, Math.floor(bytesPerSecond / 10));
      for (let at = 0; at < piece.length; at += slice) {
        const part = piece.subarray(at, at + slice);
        await sleep((part.length / bytesPerSecond) * 1000);
        await write(to, part);
      }
    }
    to.end();
  }
}

function write(socket: Socket, data: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(data, (error) => (error ? reject(error) : resolve()));
  });
}
