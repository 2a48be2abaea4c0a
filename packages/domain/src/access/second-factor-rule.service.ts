import { Injectable } from '@nestjs/common';
import type { Role } from '@pamong/contract/permissions';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { SecondFactorDemands } from '../accounts/second-factor-demands.js';
import { AuditService } from '../audit/audit.service.js';
import { SettingsService } from '../settings/settings.service.js';
import type { Grant } from './actor.js';
import { grantsOf } from './grants.sql.js';
import { secondFactorSetting } from './second-factor.setting.js';

/** An agency's rule about who needs a second factor; `learner` means everybody, since everybody learns. */
@Injectable()
export class SecondFactorRuleService {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
    demands: SecondFactorDemands,
    clock: Clock,
  ) {
    demands.add(async (reader, personId) => {
      // Lent roles count like a person's own: whoever stands in for an admin is worth as much to a thief.
      const [row] = await reader.query<{ agencyId: string; held: Grant[] }>(
        `select p.agency_id as "agencyId", ${grantsOf('p.id', '$2')} as held from person p where p.id = $1`,
        [personId, clock.now()],
      );
      if (row === undefined) return false;
      const { roles } = await settings.get(reader, row.agencyId, secondFactorSetting);
      return roles.includes('learner') || row.held.some(({ role }) => roles.includes(role));
    });
  }

  async get(agencyId: string): Promise<{ roles: Role[] }> {
    return this.settings.get(this.db, agencyId, secondFactorSetting);
  }

  /** Counts from the next sign-in of each person; open sessions go on. */
  async set(admin: { readonly personId: string; readonly agencyId: string }, roles: readonly Role[]): Promise<{ roles: Role[] }> {
    const value = { roles: [...new Set(roles)] };
    await this.db.tx(async (tx) => {
      await this.settings.set(tx, admin.agencyId, secondFactorSetting, value);
      await this.audit.record(tx, { actor: admin, action: 'access.second-factor-rule-set', subject: { kind: 'organisation', id: admin.agencyId }, details: value });
    });
    return value;
  }
}
