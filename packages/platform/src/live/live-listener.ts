import * as z from 'zod';
import { liveChannel } from './live.js';
import type { LiveMessage } from './live.js';
import type { Notifications } from './notifications.js';

const Message = z.object({ personId: z.string(), topic: z.string(), payload: z.record(z.string(), z.unknown()) });

/** An open page, or whatever else waits for a person's live messages. */
export interface LiveSubscriber {
  readonly onMessage: (message: LiveMessage) => void;
  /** Messages may have been lost; the page should read its state again. */
  readonly onResync: () => void;
}

/** Hands live messages, from whichever process sent them, to the pages that this process serves. */
export class LiveListener {
  private readonly people = new Map<string, Set<LiveSubscriber>>();
  private readonly stop: () => void;

  constructor(notifications: Notifications) {
    this.stop = notifications.onNotify(liveChannel, {
      onMessage: (text) => this.deliver(text),
      onGap: () => {
        for (const subscribers of this.people.values()) for (const subscriber of subscribers) subscriber.onResync();
      },
    });
  }

  /** @returns ends the subscription */
  subscribe(personId: string, subscriber: LiveSubscriber): () => void {
    const subscribers = this.people.get(personId) ?? new Set();
    subscribers.add(subscriber);
    this.people.set(personId, subscribers);
    return () => {
      subscribers.delete(subscriber);
      if (subscribers.size === 0 && this.people.get(personId) === subscribers) this.people.delete(personId);
    };
  }

  /** How many pages of a person are open here. */
  count(personId: string): number {
    return this.people.get(personId)?.size ?? 0;
  }

  close(): void {
    this.stop();
    this.people.clear();
  }

  private deliver(text: string): void {
    const message = Message.parse(JSON.parse(text));
    for (const subscriber of this.people.get(message.personId) ?? []) subscriber.onMessage(message);
  }
}
