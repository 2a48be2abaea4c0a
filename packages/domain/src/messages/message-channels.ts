import { Injectable } from '@nestjs/common';
import type { Tx } from '@pamong/platform/database/database';

/** Something that a person should be told. */
export interface Message {
  readonly personId: string;
  /** `feature.what-happened`; each kind has its sentence in the web. */
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string | null;
  /** Identifies what it is about, so that a repeated delivery is one message. */
  readonly naturalKey: string;
}

/** A way by which messages reach people. Whatever leaves the installation goes through the outbox of the same transaction. */
export interface MessageChannel {
  readonly name: string;
  deliver(tx: Tx, message: Message): Promise<void>;
}

/** The channels that are switched on; mail and others join beside the inbox. */
@Injectable()
export class MessageChannels {
  private readonly channels = new Map<string, MessageChannel>();

  add(channel: MessageChannel): void {
    if (this.channels.has(channel.name)) throw new Error(`Message channel ${channel.name} is there twice`);
    this.channels.set(channel.name, channel);
  }

  all(): readonly MessageChannel[] {
    return [...this.channels.values()];
  }
}
