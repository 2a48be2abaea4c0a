import { Injectable } from '@nestjs/common';
import { TransferNews } from '@pamong/domain/messages/transfer-news';
import { treeChanged } from '@pamong/domain/organisations/organisations.jobs';
import type { TransferStep } from '@pamong/domain/people/people.jobs';
import { bringOverDates, transferMoved } from '@pamong/domain/people/people.jobs';
import { SupervisorsService } from '@pamong/domain/people/supervisors.service';
import { TransfersService } from '@pamong/domain/people/transfers.service';
import { Handles, On } from '../runtime/handler.decorators.js';

@Injectable()
export class PeopleHandlers {
  constructor(
    private readonly supervisors: SupervisorsService,
    private readonly transfers: TransfersService,
    private readonly transferNews: TransferNews,
  ) {}

  @Handles(bringOverDates)
  async bringOver(): Promise<void> {
    await this.transfers.applyDue();
    await this.supervisors.bringOverDates();
  }

  @On(transferMoved, 'people.tell-transfer')
  async tellTransfer({ transferId, step }: { transferId: string; step: TransferStep }): Promise<void> {
    await this.transferNews.tell(transferId, step);
  }

  @On(treeChanged, 'people.refresh-supervisors')
  async refresh({ agencyId }: { agencyId: string }): Promise<void> {
    await this.supervisors.refreshAgency(agencyId);
  }
}
