import { Injectable } from '@nestjs/common';
import { bringOverDates } from '@pamong/domain/people/people.jobs';
import { SupervisorsService } from '@pamong/domain/people/supervisors.service';
import { Handles } from '../runtime/handler.decorators.js';

@Injectable()
export class PeopleHandlers {
  constructor(private readonly supervisors: SupervisorsService) {}

  @Handles(bringOverDates)
  async bringOver(): Promise<void> {
    await this.supervisors.bringOverDates();
  }
}
