import { Injectable } from '@nestjs/common';
import { Database } from '@pamong/platform/database/database';
import { HoldersService } from '../access/holders.service.js';
import type { TransferStep } from '../people/people.jobs.js';
import { TransferViews } from '../people/transfer-views.service.js';
import { MailTexts } from './mail-texts.js';
import { transferMails } from './mails/transfer-mails.js';
import { MessagesService } from './messages.service.js';

/** Tells the other side of a transfer what happened, and the person on the day of going over. */
@Injectable()
export class TransferNews {
  constructor(
    private readonly db: Database,
    private readonly messages: MessagesService,
    private readonly transfers: TransferViews,
    private readonly holders: HoldersService,
    texts: MailTexts,
  ) {
    // Nothing is to be done about one that was taken back; the inbox is enough.
    for (const [step, text] of Object.entries(transferMails)) texts.add(`people.transfer-${step}`, text);
  }

  /** Once for each step, however often it is called; whoever did it is told nothing. */
  async tell(transferId: string, step: TransferStep): Promise<void> {
    await this.db.tx(async (tx) => {
      const facts = await this.transfers.factsOf(tx, transferId);
      if (facts === null) return;
      const { person, from, to, unit, askedBy, reason, proposedById, decidedById } = facts;
      const kind = step === 'proposed' && askedBy === 'to' ? 'requested' : step;
      const message = {
        kind: `people.transfer-${kind}`, naturalKey: `people.transfer-${step}:${transferId}`,
        params: { name: person.name, from: from.name, to: to.name, unit: unit ?? to.name, reason: reason ?? '' },
      };
      if (step === 'applied') return this.messages.deliver(tx, { ...message, personId: person.id, link: '/profil' });
      const asking = askedBy === 'from' ? from : to;
      const deciding = askedBy === 'from' ? to : from;
      const told = step === 'proposed' || step === 'withdrawn' ? deciding : asking;
      const actor = step === 'proposed' ? proposedById : decidedById;
      for (const personId of await this.holders.ofAgency(tx, 'person.manage', told.id)) {
        if (personId !== actor) await this.messages.deliver(tx, { ...message, personId, link: '/kelola/perpindahan' });
      }
    });
  }
}
