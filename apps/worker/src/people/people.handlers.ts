import { Injectable } from '@nestjs/common';
import { treeChanged } from '@pamong/domain/organisations/organisations.jobs';
import { bringOverDates } from '@pamong/domain/people/people.jobs';
import { SupervisorsService } from '@pamong/domain/people/supervisors.service';
import { TransfersService } from '@pamong/domain/people/transfers.service';
import { Handles, On } from '../runtime/handler.decorators.js';

@Injectable()
export class PeopleHandlers {
  constructor(
    private readonly supervisors: SupervisorsService,
    private readonly transfers: TransfersService,
  ) {}

  @Handles(bringOverDates)
  async bringOver(): Promise<void> {
    await this.transfers.applyDue();
    await this.supervisors.bringOverDates();
  }

  @On(treeChanged, 'people.refresh-supervisors')
  async refresh({ agencyId }: { agencyId: string }): Promise<void> {
    await this.supervisors.refreshAgency(agencyId);
  }
}
