import { Controller } from '@nestjs/common';
import { messages } from '@pamong/contract/messages';
import type { Actor } from '@pamong/domain/access/actor';
import { MessagesService } from '@pamong/domain/messages/messages.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

@Controller()
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Endpoint(messages.list)
  async list(@Caller() actor: Actor, @Input() { query }: InputOf<typeof messages.list>) {
    const { items, total, unread } = await this.messages.list(actor.personId, query.page, query.size);
    return {
      ...query,
      total,
      unread,
      items: items.map((one) => ({ ...one, createdAt: one.createdAt.toISOString(), readAt: one.readAt?.toISOString() ?? null })),
    };
  }

  @Endpoint(messages.read)
  async read(@Caller() actor: Actor, @Input() { body }: InputOf<typeof messages.read>) {
    await this.messages.markRead(actor.personId, body.ids);
  }
}
