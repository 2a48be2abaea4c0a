import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { PhoneRegistration, Registration } from '@pamong/contract/entry';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { PasswordsService } from '../accounts/passwords.service.js';
import { VerifiedPhones } from '../accounts/verified-phones.js';
import { AuditService } from '../audit/audit.service.js';
import { PhoneGateways } from '../messages/phone-gateways.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PeopleService } from '../people/people.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { EntryLetters } from './entry-letters.js';
import { EntryLimits } from './entry-limits.js';
import { EntryRepository } from './entry.repository.js';
import type { OpenToken } from './one-time-tokens.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { OutsidersRepository, outsideUnitKind } from './outsiders.repository.js';
import { outsidersSetting } from './outsiders.setting.js';

const registerMinutes = 24 * 60;
const answerMs = 250;

type Given = z.output<typeof Registration>;
type AnyGiven = Given | z.output<typeof PhoneRegistration>;

/**
 * People from outside, who take part without a staff account. They live in a unit of the agency with which they register
 * (docs/decisions/outside-participants.md) and are known by an address that they have proved.
 */
@Injectable()
export class OutsidersService {
  constructor(
    private readonly db: Database,
    private readonly outsiders: OutsidersRepository,
    private readonly entry: EntryRepository,
    private readonly tokens: OneTimeTokens,
    private readonly limits: EntryLimits,
    private readonly letters: EntryLetters,
    private readonly gateways: PhoneGateways,
    private readonly phones: VerifiedPhones,
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordsService,
    private readonly people: PeopleService,
    private readonly organisations: OrganisationsService,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Agencies with which people from outside may register; none where neither letter nor message can be sent, since something has to be proved. */
  async openAgencies(): Promise<{ id: string; name: string }[]> {
    return this.letters.available || this.gateways.available ? this.outsiders.listOpenAgencies(this.db) : [];
  }

  /** May people from outside register with this agency? */
  async isOpen(agencyId: string): Promise<boolean> {
    return (await this.openAgencies()).some((one) => one.id === agencyId);
  }

  /** Whether the actor's agency is open, and whether the actor may change that. */
  async standing(actor: Actor): Promise<{ open: boolean; change: boolean }> {
    const { open } = await this.settings.get(this.db, actor.agencyId, outsidersSetting);
    return { open, change: actor.can('account.activate', await this.agencyPath(actor)) };
  }

  /** Opens or closes registration with the actor's agency. @throws Problem NOT_ALLOWED for admins of a unit */
  async setOpen(actor: Actor, open: boolean): Promise<void> {
    if (!actor.can('account.activate', await this.agencyPath(actor))) throw new Problem('NOT_ALLOWED');
    await this.db.tx(async (tx) => {
      await this.settings.set(tx, actor.agencyId, outsidersSetting, { open });
      await this.audit.record(tx, { actor, action: open ? 'entry.registration-opened' : 'entry.registration-closed', subject: { kind: 'organisation', id: actor.agencyId } });
    });
  }

  /**
   * Sends a letter that proves the address. The answer is the same for everyone: who has an account already is told so by the letter,
   * and who is in the staff records without an account gets in with that record.
   * @throws Problem REGISTRATION_CLOSED; TOO_MANY_REQUESTS
   */
  async request(given: Given, address: string): Promise<void> {
    const agency = (await this.openAgencies()).find((one) => one.id === given.agencyId);
    if (agency === undefined || !this.letters.available) throw new Problem('REGISTRATION_CLOSED');
    if (!(await this.limits.fromAddress(address))) throw new Problem('TOO_MANY_REQUESTS');
    await Promise.all([this.write(given, agency.name), sleep(answerMs)]);
  }

  private async write(given: Given, agency: string): Promise<void> {
    if (!(await this.limits.forAccount(`register:${given.email}`))) return;
    const known = await this.entry.findByLogin(this.db, given.email);
    const owner = known === null ? null : await this.entry.findOwner(this.db, known.personId);
    await this.db.tx(async (tx) => {
      if (owner?.hasAccount === true) {
        await this.letters.alreadyKnown(tx, owner.personId, `${this.clock.now().getTime()}:${owner.personId}`);
      } else if (owner !== null) {
        const link = await this.tokens.make(tx, { purpose: 'invite', personId: owner.personId, email: given.email, minutes: registerMinutes });
        await this.letters.invite(tx, owner.personId, link, agency, agency);
      } else {
        const link = await this.tokens.make(tx, { purpose: 'register', personId: null, email: given.email, minutes: registerMinutes, details: given });
        await this.letters.register(tx, given, link);
      }
    });
  }

  /** The name on an open registration, for the greeting. @throws Problem LINK_INVALID */
  nameOn(open: OpenToken): string {
    return detailsOf(open).name;
  }

  /**
   * Makes the person, their account and the proof of their address or number.
   * @throws Problem LINK_INVALID; EMAIL_TAKEN, PHONE_TAKEN when somebody else has proved it meanwhile; REGISTRATION_CLOSED; as `PasswordsService.check`
   */
  async admit(open: OpenToken, password: string): Promise<{ login: string }> {
    const given = detailsOf(open);
    // Hashed before it is checked, since hashing waits its turn and the rules need the person, who is made in the transaction.
    const hash = await this.accounts.hashPassword(password);
    await this.db.tx(async (tx) => {
      if (!(await this.settings.get(tx, given.agencyId, outsidersSetting)).open) throw new Problem('REGISTRATION_CLOSED');
      await this.refuseTaken(tx, given);
      await this.tokens.use(tx, open);
      const { titleBefore, name, titleAfter } = given;
      const reached = 'phone' in given ? { phone: given.phone } : { email: given.email };
      const personId = await this.people.create(tx, { organisationId: await this.outsideUnit(tx, given.agencyId), titleBefore, name, titleAfter, ...reached, employmentKind: 'NON_ASN' });
      await this.passwords.check(tx, personId, password);
      await this.accounts.create(tx, personId, hash, given.language);
      await this.outsiders.insert(tx, { personId, affiliation: given.affiliation, number: given.number, registeredAt: this.clock.now() });
      if ('phone' in given) await this.phones.insert(tx, personId, given.phone);
      else await this.entry.insertVerified(tx, personId, given.email, this.clock.now());
      await this.audit.record(tx, { agencyId: given.agencyId, action: 'entry.outsider-registered', subject: { kind: 'person', id: personId } });
    });
    return { login: 'phone' in given ? given.phone : given.email };
  }

  private async refuseTaken(tx: Tx, given: AnyGiven): Promise<void> {
    if (!('phone' in given)) {
      if (await this.entry.isVerifiedByOther(tx, null, given.email)) throw new Problem('EMAIL_TAKEN');
      return;
    }
    await this.phones.lock(tx, given.phone);
    if ((await this.phones.findHolder(tx, given.phone)) !== null) throw new Problem('PHONE_TAKEN');
  }

  /** Where somebody from outside says they come from; null for staff. */
  async affiliationOf(reader: Reader, personId: string): Promise<string | null> {
    return (await this.outsiders.find(reader, personId))?.affiliation ?? null;
  }

  private async outsideUnit(tx: Tx, agencyId: string): Promise<string> {
    const found = await this.outsiders.lockOutsideUnit(tx, agencyId);
    if (found !== null) return found;
    const made = await this.organisations.createUnit(tx, agencyId, { name: 'Peserta luar', shortName: 'Peserta luar', unitKind: outsideUnitKind });
    return made.id;
  }

  private async agencyPath(actor: Actor): Promise<string> {
    return (await this.organisations.get(this.db, actor.agencyId)).path;
  }
}

function detailsOf(open: OpenToken): AnyGiven {
  const given = (open.phone === null ? Registration : PhoneRegistration).safeParse(open.details);
  if (!given.success) throw new Problem('LINK_INVALID');
  return given.data;
}
