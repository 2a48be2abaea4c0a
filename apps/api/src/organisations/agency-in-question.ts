import { Injectable } from '@nestjs/common';
import type { AgencySetting } from '@pamong/contract/agency-settings';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Actor } from '@pamong/domain/access/actor';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { Database } from '@pamong/platform/database/database';

/** Whose settings a request is about: those of the agency that it names, else the caller's own. */
@Injectable()
export class AgencyInQuestion {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly db: Database,
  ) {}

  /**
   * The right must hold at the whole agency; at a unit of it, or elsewhere, it does not help.
   * @returns who decides for which agency
   * @throws Problem NOT_ALLOWED at one's own agency, NOT_FOUND at another one or a unit
   */
  async of(actor: Actor, setting: AgencySetting, named: string | undefined): Promise<{ readonly personId: string; readonly agencyId: string }> {
    const agencyId = named ?? actor.agencyId;
    const place = await this.organisations.get(this.db, agencyId);
    if (place.id !== place.agencyId) throw new Problem('NOT_FOUND');
    if (!actor.can(setting, place.path)) throw new Problem(agencyId === actor.agencyId ? 'NOT_ALLOWED' : 'NOT_FOUND');
    return { personId: actor.personId, agencyId };
  }
}
