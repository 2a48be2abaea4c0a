import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from '../people/person-mergers.js';
import { MessagesService } from './messages.service.js';

/** The inbox and the letters of a person. */
@Injectable()
export class MessagesMerger implements PersonMerger {
  readonly key = 'messages';
  readonly title = { id: 'Pesan dan surat', en: 'Messages and letters' };
  readonly references = { moves: ['inbox_message.person_id', 'mail.person_id'], follows: [] };

  constructor(
    private readonly messages: MessagesService,
    mergers: PersonMergers,
  ) {
    mergers.add(this);
  }

  async preview(reader: Reader, { goneId }: MergePair): Promise<MergeLine[]> {
    const [row] = await reader.query<{ messages: number; letters: number }>(
      `select (select count(*)::int from inbox_message where person_id = $1) as messages,
              (select count(*)::int from mail where person_id = $1 and secret is not null and state <> 'sent') as letters`,
      [goneId],
    );
    const { messages, letters } = row ?? { messages: 0, letters: 0 };
    return [
      ...(messages > 0 ? [mergeLine('moves', `${messages} pesan di kotak masuk ikut pindah; pesan yang sama digabung.`, oneOrMany(messages, '1 message of the inbox moves along; equal ones become one.', `${messages} messages of the inbox move along; equal ones become one.`))] : []),
      ...(letters > 0 ? [mergeLine('ends', `${letters} surat bertautan yang belum terkirim dibatalkan.`, oneOrMany(letters, '1 letter with a link that was not sent yet is cancelled.', `${letters} letters with a link that were not sent yet are cancelled.`))] : []),
    ];
  }

  async move(tx: Tx, { keptId, goneId }: MergePair): Promise<void> {
    // Read in one of the records is read.
    await tx.query(
      `update inbox_message k set read_at = coalesce(k.read_at, g.read_at) from inbox_message g
       where k.person_id = $1 and g.person_id = $2 and g.natural_key = k.natural_key and k.read_at is null`,
      [keptId, goneId],
    );
    await tx.query('delete from inbox_message g where g.person_id = $2 and exists (select from inbox_message k where k.person_id = $1 and k.natural_key = g.natural_key)', [keptId, goneId]);
    await tx.query('update inbox_message set person_id = $1 where person_id = $2', [keptId, goneId]);
    // Links to a record that is no more are of no use to anybody.
    await tx.query(
      `update mail set state = 'gave_up', fault = 'expired', next_try_at = null, lease_until = null, secret = null where person_id = $1 and secret is not null and state in ('waiting', 'failed', 'held')`,
      [goneId],
    );
    await tx.query('update mail set person_id = $1 where person_id = $2', [keptId, goneId]);
  }

  async settle(tx: Tx, { keptId, goneId }: MergePair): Promise<void> {
    const [row] = await tx.query<{ name: string }>('select name from person where id = $1', [goneId]);
    await this.messages.deliver(tx, {
      personId: keptId, kind: 'people.merged', params: { name: row?.name ?? '' }, link: null, naturalKey: `people.merged:${goneId}`,
    });
  }
}
