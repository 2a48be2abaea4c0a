import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Live } from '@pamong/platform/live/live';
import type { Message, MessageChannel } from './message-channels.js';
import { MessageChannels } from './message-channels.js';

/** The inbox inside the application; open pages learn of a new message at once. */
@Injectable()
export class InboxChannel implements MessageChannel {
  readonly name = 'inbox';

  constructor(
    channels: MessageChannels,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {
    channels.add(this);
  }

  async deliver(tx: Tx, message: Message): Promise<void> {
    const added = await tx.query(
      `insert into inbox_message (id, person_id, kind, params, link, created_at, natural_key) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint inbox_message_natural_key do nothing returning id`,
      [newId(), message.personId, message.kind, JSON.stringify(message.params), message.link, this.clock.now(), message.naturalKey],
    );
    if (added.length > 0) await this.live.send(tx, { personId: message.personId, topic: 'messages.arrived', payload: { kind: message.kind } });
  }
}
