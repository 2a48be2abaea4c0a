import { Injectable } from '@nestjs/common';
import { brandContrast, brandTheme } from '@pamong/contract/brand-theme';
import { Branding } from '@pamong/contract/branding';
import { Problem } from '@pamong/contract/kernel/problem';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { SettingDefinition } from '../settings/settings.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { OrganisationsService } from './organisations.service.js';

/** Key of the setting; `MeService` reads its colour in the one statement of every visit. */
export const brandingSetting: SettingDefinition<z.output<typeof Branding>> = { key: 'branding', schema: Branding, fallback: { colour: null } };

/** The look of an agency. */
@Injectable()
export class BrandingService {
  constructor(
    private readonly db: Database,
    private readonly organisations: OrganisationsService,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
  ) {}

  /** Of the agency to which the organisation belongs. @throws Problem NOT_FOUND */
  async get(organisationId: string): Promise<z.output<typeof Branding>> {
    const { agencyId } = await this.organisations.get(this.db, organisationId);
    return this.settings.get(this.db, agencyId, brandingSetting);
  }

  /** @throws Problem NOT_FOUND for a unit that is no agency; BRAND_COLOUR_UNREADABLE with the contrast reached */
  async change(editor: { readonly personId: string; readonly agencyId: string }, organisationId: string, next: z.output<typeof Branding>): Promise<void> {
    if (next.colour !== null && brandTheme(next.colour) === null) {
      throw new Problem('BRAND_COLOUR_UNREADABLE', { contrast: Math.floor(brandContrast(next.colour) * 10) / 10 });
    }
    await this.db.tx(async (tx) => {
      const { id, agencyId } = await this.organisations.get(tx, organisationId);
      if (id !== agencyId) throw new Problem('NOT_FOUND');
      await this.settings.set(tx, agencyId, brandingSetting, next);
      await this.audit.record(tx, { actor: editor, agencyId, action: 'organisations.branding-changed', subject: { kind: 'organisation', id: agencyId }, details: next });
    });
  }
}
