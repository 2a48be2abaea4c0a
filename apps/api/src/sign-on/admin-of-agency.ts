import { Problem } from '@pamong/contract/kernel/problem';
import type { Actor } from '@pamong/domain/access/actor';

/** The right must hold at the agency where the person works, since it is that agency's sign-on; elsewhere it does not help. */
export function adminOfAgency(actor: Actor): Actor {
  if (!actor.can('sign-on.manage', actor.organisationPath.split('.')[0] ?? '')) throw new Problem('NOT_ALLOWED');
  return actor;
}
