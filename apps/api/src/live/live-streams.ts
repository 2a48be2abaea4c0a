import { PassThrough } from 'node:stream';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@pamong/domain/access/actor';
import { CallersService } from '@pamong/domain/access/callers.service';
import { sessionChannel } from '@pamong/domain/accounts/session-channel';
import { LiveListener } from '@pamong/platform/live/live-listener';
import { Notifications } from '@pamong/platform/live/notifications';

/** Proxies and phones drop a connection on which nothing moves, many of them after 30 to 60 s. */
const heartbeatMs = 20_000;
/** Tabs and devices of one person that one process serves; further ones work without live news. */
const perPerson = 12;
/** A page that reads nothing for so long that this much piles up, in bytes, is disconnected and reads its state again. */
const backlogLimit = 64_000;

interface OpenStream {
  readonly token: string;
  /** When an admin stops acting as this person by themselves; the stream is the person's. */
  readonly until: number;
  readonly out: PassThrough;
}

/**
 * The open event streams of this process. A stream that may have missed something is simply ended: the browser opens it
 * again by itself, which passes the sign-in once more and makes the page read its state afresh.
 */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly people = new Map<string, Set<OpenStream>>();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    private readonly listener: LiveListener,
    private readonly callers: CallersService,
    notifications: Notifications,
  ) {
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs);
    this.heartbeat.unref();
    notifications.onNotify(sessionChannel, {
      onMessage: (personId) => {
        this.callers.forget(personId);
        void this.recheck(personId);
      },
    });
  }

  /**
   * Opens the stream of a page.
   * @param token of the session cookie; the stream ends with the session
   * @returns null when the person has too many open already
   */
  open(actor: Actor, token: string): PassThrough | null {
    const open = this.people.get(actor.personId) ?? new Set();
    if (open.size >= perPerson) return null;
    const stream: OpenStream = { token, until: actor.acting?.until.getTime() ?? Number.POSITIVE_INFINITY, out: new PassThrough() };
    open.add(stream);
    this.people.set(actor.personId, open);
    const unsubscribe = this.listener.subscribe(actor.personId, {
      onMessage: ({ topic, payload }) => write(stream.out, `event: ${topic}\ndata: ${JSON.stringify(payload)}\n\n`),
      onResync: () => stream.out.end(),
    });
    stream.out.once('close', () => {
      unsubscribe();
      open.delete(stream);
      if (open.size === 0 && this.people.get(actor.personId) === open) this.people.delete(actor.personId);
    });
    // After a restart of the API everybody comes back; not all in the same second.
    stream.out.write(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);
    return stream.out;
  }

  /** Open streams would keep the server from closing. */
  beforeApplicationShutdown(): void {
    clearInterval(this.heartbeat);
    for (const open of this.people.values()) for (const { out } of open) out.end();
  }

  private beat(): void {
    for (const open of this.people.values()) {
      for (const { out, until } of open) {
        if (until < Date.now()) out.end();
        else write(out, ':\n\n');
      }
    }
  }

  /** Ends the streams of sessions that have ended. */
  private async recheck(personId: string): Promise<void> {
    for (const { token, out } of this.people.get(personId) ?? []) {
      const caller = await this.callers.authenticate(token).catch(() => null);
      if (caller?.personId !== personId) out.end();
    }
  }
}

function write(out: PassThrough, text: string): void {
  if (out.writableLength > backlogLimit) out.destroy();
  else if (!out.writableEnded) out.write(text);
}
