import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { Live } from '@pamong/platform/live/live';
import { InboxMessageEntity } from './inbox-message.entity.js';
import type { Message } from './message-channels.js';
import { MessageChannels } from './message-channels.js';

@Injectable()
export class MessagesService {
  constructor(
    private readonly db: Database,
    private readonly channels: MessageChannels,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** Tells a person something through every channel; commits with the change that it tells of. */
  async deliver(tx: Tx, message: Message): Promise<void> {
    // What was on its way when two records became one reaches the person all the same.
    const [row] = await tx.query<{ personId: string }>('select coalesce(merged_into_id, id) as "personId" from person where id = $1', [message.personId]);
    const addressed = row === undefined ? message : { ...message, personId: row.personId };
    for (const channel of this.channels.all()) await channel.deliver(tx, addressed);
  }

  /** One page of a person's inbox, newest first, with the length of the whole and the number of unread ones. */
  async list(personId: string, page: number, size: number): Promise<{ items: InboxMessageEntity[]; total: number; unread: number }> {
    const inbox = this.db.repository(InboxMessageEntity);
    const [items, total] = await inbox.findAndCount({ where: { personId }, order: { createdAt: 'DESC', id: 'DESC' }, skip: (page - 1) * size, take: size });
    const [row] = await this.db.query<{ unread: number }>(
      'select count(*)::int as unread from inbox_message where person_id = $1 and read_at is null',
      [personId],
    );
    return { items, total, unread: row?.unread ?? 0 };
  }

  /** @param ids the messages read; all of the person's when undefined */
  async markRead(personId: string, ids: readonly string[] | undefined): Promise<void> {
    const read = await this.db.query(
      'update inbox_message set read_at = $3 where person_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2)) returning id',
      [personId, ids ?? null, this.clock.now()],
    );
    // The person's other open pages count again.
    if (read.length > 0) await this.live.send(this.db, { personId, topic: 'messages.read', payload: {} });
  }
}
