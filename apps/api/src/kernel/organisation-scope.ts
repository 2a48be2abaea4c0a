import { Injectable } from '@nestjs/common';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { Database } from '@pamong/platform/database/database';
import { Scopes } from './scopes.js';

/** The scope `organisation`, which several features share: the agency or unit that `:organisationId` names. */
@Injectable()
export class OrganisationScope {
  constructor(scopes: Scopes, organisations: OrganisationsService, db: Database) {
    scopes.add('organisation', async ({ params }) => {
      const path = await organisations.findPath(db, params?.['organisationId'] ?? '');
      return path === null ? null : { path, visible: false };
    });
  }
}
