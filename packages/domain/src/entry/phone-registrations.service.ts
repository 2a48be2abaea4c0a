import { randomInt, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { PhoneRegistration } from '@pamong/contract/entry';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { LOGGER } from '@pamong/platform/log/logger';
import type { Logger } from '@pamong/platform/log/logger';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { SecretBox } from '@pamong/platform/secrets/secret-box';
import type * as z from 'zod';
import { VerifiedPhones } from '../accounts/verified-phones.js';
import { PhoneFailure, PhoneGateways } from '../messages/phone-gateways.js';
import { EntryLimits } from './entry-limits.js';
import { sendPhoneCode } from './entry.jobs.js';
import { EntryRepository } from './entry.repository.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { OutsidersService } from './outsiders.service.js';
import { PhoneCodesRepository } from './phone-codes.repository.js';

const codeMinutes = 10;
/** Time to choose a password once the number is proved. */
const tokenMinutes = 60;
const mostTries = 5;
const answerMs = 250;

type Given = z.output<typeof PhoneRegistration>;

/** Registration from outside with a mobile number, which a code of six digits proves. */
@Injectable()
export class PhoneRegistrationsService {
  constructor(
    private readonly db: Database,
    private readonly codes: PhoneCodesRepository,
    private readonly entry: EntryRepository,
    private readonly tokens: OneTimeTokens,
    private readonly limits: EntryLimits,
    private readonly outsiders: OutsidersService,
    private readonly phones: VerifiedPhones,
    private readonly gateways: PhoneGateways,
    private readonly secrets: SecretBox,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Is there a gateway that reaches mobile numbers? */
  get available(): boolean {
    return this.gateways.available;
  }

  /**
   * Sends a code to the number. The answer is the same whoever has the number, and also when too many codes went there.
   * @throws Problem REGISTRATION_CLOSED, TOO_MANY_REQUESTS when the network address asks too often
   */
  async request(given: Given, address: string): Promise<{ registrationId: string; expiresAt: Date }> {
    if (!this.available || !(await this.outsiders.isOpen(given.agencyId))) throw new Problem('REGISTRATION_CLOSED');
    if (!(await this.limits.fromAddress(address))) throw new Problem('TOO_MANY_REQUESTS');
    const registrationId = newId();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + codeMinutes * 60_000);
    await Promise.all([this.write(registrationId, given, createdAt, expiresAt), sleep(answerMs)]);
    return { registrationId, expiresAt };
  }

  private async write(id: string, given: Given, createdAt: Date, expiresAt: Date): Promise<void> {
    if (!(await this.limits.forAccount(`phone:${given.phone}`))) return;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const codeSealed = await this.secrets.seal(code, contextOf(id));
    await this.db.tx(async (tx) => {
      await this.codes.insert(tx, { id, phone: given.phone, codeSealed, details: given, createdAt, expiresAt });
      await this.outbox.add(tx, sendPhoneCode, { codeId: id });
    });
  }

  /** Hands a code to the gateway, once it took it no more. What a gateway refuses for good is noted for the operator. */
  async send(codeId: string): Promise<void> {
    const open = await this.codes.findUnsent(this.db, codeId, this.clock.now());
    if (open === null) return;
    const code = await this.secrets.open(open.codeSealed, contextOf(codeId));
    try {
      await this.gateways.current.sendCode(open.phone, code, (open.details as Given).language);
    } catch (error) {
      if (!(error instanceof PhoneFailure)) throw error;
      this.logger.error({ codeId, gateway: this.gateways.current.name, ...error.details }, 'the gateway did not take a code');
      if (error.passing) throw error;
      return;
    }
    await this.codes.updateSent(this.db, codeId, this.clock.now());
  }

  /**
   * Changes a right code for a one-time token that chooses a password: of a new person, or of the one who has proved the number before.
   * @throws Problem PHONE_CODE_INVALID alike for a wrong, old or unknown one, and after five tries; TOO_MANY_REQUESTS
   */
  async prove(registrationId: string, typed: string, address: string): Promise<string> {
    if (!(await this.limits.guessFromAddress(address))) throw new Problem('TOO_MANY_REQUESTS');
    const open = await this.codes.take(this.db, registrationId, mostTries, this.clock.now());
    const code = open === null ? '' : await this.secrets.open(open.codeSealed, contextOf(registrationId));
    if (open === null || !same(code, typed)) throw new Problem('PHONE_CODE_INVALID');
    return this.db.tx(async (tx) => {
      if (!(await this.codes.use(tx, registrationId, this.clock.now()))) throw new Problem('PHONE_CODE_INVALID');
      const holder = await this.phones.findHolder(tx, open.phone);
      const owner = holder === null ? null : await this.entry.findOwner(tx, holder);
      if (holder !== null && owner === null) throw new Problem('PHONE_CODE_INVALID');
      const subject = owner === null
        ? { purpose: 'register' as const, personId: null, details: open.details }
        : { purpose: 'reset' as const, personId: owner.personId };
      return (await this.tokens.make(tx, { ...subject, email: null, phone: open.phone, minutes: tokenMinutes })).token;
    });
  }

  /** Forgets codes and what was typed with them a day after they ended. */
  async purge(): Promise<void> {
    await this.codes.purge(this.db, new Date(this.clock.now().getTime() - 86_400_000));
  }
}

const contextOf = (id: string) => `phone_code:${id}`;

function same(code: string, typed: string): boolean {
  const [one, two] = [Buffer.from(code), Buffer.from(typed)];
  return one.length === two.length && timingSafeEqual(one, two);
}
