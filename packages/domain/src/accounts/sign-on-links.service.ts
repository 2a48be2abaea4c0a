import { Injectable } from '@nestjs/common';
import type { SignOnLink } from '@pamong/contract/accounts';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { FactorOwner } from './second-factor.service.js';
import { signOnSetting } from './sign-on.setting.js';

interface LinkRow {
  readonly id: string;
  readonly issuer: string;
  readonly agency: string | null;
  readonly active: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** The links of one's own account to providers: seen, and taken off. */
@Injectable()
export class SignOnLinksService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  async list({ accountId }: FactorOwner): Promise<z.input<typeof SignOnLink>[]> {
    return (await this.read(this.db, accountId)).map((row) => ({
      id: row.id,
      provider: row.agency ?? new URL(row.issuer).host,
      active: row.active,
      linkedAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt.toISOString(),
    }));
  }

  /**
   * Takes a link off. The next sign-on through that provider makes it anew where the number still says who it is.
   * @throws Problem NOT_FOUND; SIGN_ON_LAST_WAY where neither a password nor another link that works is left
   */
  async remove(owner: FactorOwner & { readonly agencyId: string }, linkId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const hasPassword = await this.lock(tx, owner.accountId);
      const links = await this.read(tx, owner.accountId);
      const link = links.find(({ id }) => id === linkId);
      if (link === undefined) throw new Problem('NOT_FOUND');
      if (!hasPassword && !links.some(({ id, active }) => active && id !== linkId)) throw new Problem('SIGN_ON_LAST_WAY');
      await tx.query('delete from sign_on_link where id = $1', [linkId]);
      await this.audit.record(tx, {
        actor: owner, action: 'accounts.sign-on-unlinked', subject: { kind: 'person', id: owner.personId }, details: { issuer: link.issuer },
      });
    });
  }

  /** Two who take the last two links off at once wait for each other. @returns whether the account has a password */
  private async lock(tx: Tx, accountId: string): Promise<boolean> {
    const [row] = await tx.query<{ has: boolean }>('select password_hash is not null as has from account where id = $1 for update', [accountId]);
    return row?.has === true;
  }

  /** A link works while the agency of its owner uses that provider. */
  private read(reader: Reader, accountId: string): Promise<LinkRow[]> {
    return reader.query<LinkRow>(
      `select l.id, l.issuer, l.created_at as "createdAt", l.last_used_at as "lastUsedAt",
              (select o.name from setting s join organisation o on o.id = s.organisation_id where s.organisation_id = p.agency_id and s.key = $2 and s.value->>'issuer' = l.issuer) as agency,
              exists (select 1 from setting s where s.organisation_id = p.agency_id and s.key = $2 and s.value->>'issuer' = l.issuer and (s.value->>'on')::boolean) as active
       from sign_on_link l join account a on a.id = l.account_id join person p on p.id = a.person_id
       where l.account_id = $1 order by active desc, l.created_at, l.id`,
      [accountId, signOnSetting.key],
    );
  }
}
