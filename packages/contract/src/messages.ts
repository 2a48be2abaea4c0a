import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, Nothing, PageQuery, pageOf } from './kernel/schemas.js';

/** Values that the sentence of a message names. */
export const MessageParams = z.record(z.string(), z.union([z.string(), z.number()]));

/** A message in a person's inbox; its sentence is the web's, by `kind`. */
export const InboxMessage = z.object({
  id: Id,
  /** `feature.what-happened` */
  kind: z.string(),
  params: MessageParams,
  /** Page of the application that it is about. */
  link: z.string().nullable(),
  createdAt: Instant,
  readAt: Instant.nullable(),
});

export const messages = defineRoutes({
  list: {
    method: 'GET', path: '/inbox', status: 200, summary: 'My messages, newest first',
    query: PageQuery, response: pageOf(InboxMessage).extend({ unread: z.number().int() }), access: 'authenticated', errors: [],
  },
  read: {
    method: 'POST', path: '/inbox/read', status: 204, summary: 'Mark messages as read; all of them when none is named',
    body: z.object({ ids: z.array(Id).max(100).optional() }), response: Nothing, access: 'authenticated', errors: [],
  },
});
