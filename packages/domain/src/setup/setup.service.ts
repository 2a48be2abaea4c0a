import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { BeginSetup } from '@pamong/contract/setup';
import { normaliseStaffNumber } from '@pamong/contract/staff-number';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import { AccessService } from '../access/access.service.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { PasswordsService } from '../accounts/passwords.service.js';
import type { Device } from '../accounts/sessions.service.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { SignInLimits } from '../accounts/sign-in-limits.js';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PeopleService } from '../people/people.service.js';

type Begin = z.output<typeof BeginSetup>;

/** Setups of one installation wait for each other here. */
const setupLock = 7_263_533;

/** The first hour of an empty installation: its first agency and admin. */
@Injectable()
export class SetupService {
  /** Once there is an agency there always is one. */
  private done = false;

  constructor(
    private readonly db: Database,
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordsService,
    private readonly access: AccessService,
    private readonly sessions: SessionsService,
    private readonly limits: SignInLimits,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Is there no agency yet? */
  async isNeeded(): Promise<boolean> {
    if (!this.done) {
      const [row] = await this.db.query<{ done: boolean }>('select exists (select from organisation) as done');
      this.done = row?.done ?? false;
    }
    return !this.done;
  }

  /**
   * Makes the first agency with an admin of agency and platform, and signs that admin in.
   * @returns the token of the new session
   * @throws Problem SETUP_DONE when there is an agency; SETUP_CODE_WRONG, and LOGIN_LIMITED after too many; STAFF_NUMBER_INVALID;
   * PASSWORD_... as `PasswordsService`
   */
  async begin(given: Begin, device: Device): Promise<string> {
    if (!(await this.isNeeded())) throw new Problem('SETUP_DONE');
    await this.limits.check('setup', device.address);
    if (!this.isCode(given.code)) {
      await this.limits.countFailure('setup', device.address);
      throw new Problem('SETUP_CODE_WRONG');
    }
    const { admin } = given;
    // An admin who is only being made has no row to check the password against.
    this.passwords.checkOwn(
      { name: admin.name, numbers: admin.staffNumber === null ? [] : [normaliseStaffNumber(admin.staffNumber)], email: admin.email, birthDate: null },
      admin.password,
    );
    const passwordHash = await this.accounts.hashPassword(admin.password);
    const accountId = await this.db.tx((tx) => this.make(tx, given, passwordHash));
    this.done = true;
    return this.sessions.open(accountId, device);
  }

  private async make(tx: Tx, { agency, admin }: Begin, passwordHash: string): Promise<string> {
    await tx.query('select pg_advisory_xact_lock($1)', [setupLock]);
    const rows = await tx.query('select 1 from organisation limit 1');
    if (rows.length > 0) throw new Problem('SETUP_DONE');
    const { id: agencyId } = await this.organisations.createAgency(tx, agency);
    const { password: _, ...person } = admin;
    const personId = await this.people.create(tx, { ...person, organisationId: agencyId, employmentKind: admin.staffNumber === null ? 'NON_ASN' : 'PNS' });
    const accountId = await this.accounts.create(tx, personId, passwordHash);
    for (const role of ['agency_admin', 'platform_admin'] as const) await this.access.grant(tx, personId, role, agencyId);
    await this.audit.record(tx, {
      actor: { personId, agencyId }, action: 'setup.begun', subject: { kind: 'organisation', id: agencyId }, details: { name: agency.name },
    });
    return accountId;
  }

  private isCode(typed: string): boolean {
    const [given, expected] = [Buffer.from(typed.trim().toUpperCase()), Buffer.from(this.config.setupCode ?? '')];
    return expected.length > 0 && given.length === expected.length && timingSafeEqual(given, expected);
  }
}
