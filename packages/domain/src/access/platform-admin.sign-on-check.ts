import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { SignOnChecks } from '../accounts/sign-on-checks.js';
import { assignmentCounts } from './grants.sql.js';

/**
 * A provider is chosen by the admin of an agency, and whoever runs it can say that it is anybody of that agency. A platform
 * admin's power reaches beyond the agency, so it does not come in by that door.
 */
@Injectable()
export class PlatformAdminSignOnCheck {
  constructor(checks: SignOnChecks, clock: Clock) {
    checks.add(async (reader, personId) => {
      const found = await reader.query(
        `select 1 from role_assignment r where r.person_id = $1 and r.role = 'platform_admin' and ${assignmentCounts('r', '$2')} limit 1`,
        [personId, clock.now()],
      );
      if (found.length > 0) throw new Problem('SIGN_ON_NOT_FOR_PLATFORM');
    });
  }
}
