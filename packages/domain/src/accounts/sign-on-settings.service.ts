import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { SaveSignOnSettings, SignOnDoor, SignOnSettings } from '@pamong/contract/sign-on';
import { Database } from '@pamong/platform/database/database';
import { SecretBox } from '@pamong/platform/secrets/secret-box';
import type * as z from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { SettingsService } from '../settings/settings.service.js';
import type { ProviderAccess } from './identity-provider.js';
import { IdentityProvider } from './identity-provider.js';
import { ProviderTrial } from './provider-trial.js';
import type { SignOnSetting } from './sign-on.setting.js';
import { secretContext, signOnSetting } from './sign-on.setting.js';

type Given = z.output<typeof SaveSignOnSettings>;

/** Which provider each agency uses, set by its admin. */
@Injectable()
export class SignOnSettingsService {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsService,
    private readonly provider: IdentityProvider,
    private readonly trial: ProviderTrial,
    private readonly box: SecretBox,
    private readonly audit: AuditService,
  ) {}

  /** Agencies whose button stands on the login page, by name. */
  async doors(): Promise<z.input<typeof SignOnDoor>[]> {
    const rows = await this.db.query<{ agencyId: string; agency: string; shortName: string; label: string }>(
      `select o.id as "agencyId", o.name as agency, o.short_name as "shortName", coalesce(s.value->>'label', '') as label
       from setting s join organisation o on o.id = s.organisation_id
       where s.key = $1 and (s.value->>'on')::boolean and o.closed_at is null order by o.name, o.id`,
      [signOnSetting.key],
    );
    return rows.map((row) => ({ ...row, label: row.label === '' ? null : row.label }));
  }

  async get(agencyId: string): Promise<z.input<typeof SignOnSettings>> {
    return this.shown(await this.settings.get(this.db, agencyId, signOnSetting));
  }

  /** What a sign-on needs. @throws Problem SIGN_ON_OFF */
  async use(agencyId: string): Promise<{ setting: SignOnSetting; access: ProviderAccess }> {
    const setting = await this.settings.get(this.db, agencyId, signOnSetting);
    if (!setting.on) throw new Problem('SIGN_ON_OFF');
    return { setting, access: await this.accessOf(agencyId, setting) };
  }

  /**
   * Stores the agency's provider.
   * @throws Problem SIGN_ON_ADDRESS_REFUSED when the issuer is no https address; SIGN_ON_SECRET_NEEDED when it changed and the secret was not given again
   */
  async save(admin: { readonly personId: string; readonly agencyId: string }, given: Given): Promise<z.input<typeof SignOnSettings>> {
    const setting = await this.settingOf(admin.agencyId, given);
    await this.db.tx(async (tx) => {
      await this.settings.set(tx, admin.agencyId, signOnSetting, setting);
      const { sealedSecret, ...details } = setting;
      await this.audit.record(tx, {
        actor: admin, action: 'accounts.sign-on-set', subject: { kind: 'organisation', id: admin.agencyId },
        details: { ...details, hasSecret: sealedSecret !== null, secretGiven: given.clientSecret !== undefined },
      });
    });
    return this.shown(setting);
  }

  /** Asks the provider with what the form holds; stores nothing. @throws Problem as `save` and `ProviderTrial.run` */
  async try(admin: { readonly agencyId: string }, given: Given) {
    const setting = await this.settingOf(admin.agencyId, given);
    return this.trial.run(await this.accessOf(admin.agencyId, setting), setting.scopes, setting.numberClaim);
  }

  private async settingOf(agencyId: string, { clientSecret, ...given }: Given): Promise<SignOnSetting> {
    const stored = await this.settings.get(this.db, agencyId, signOnSetting);
    const address = new URL(given.issuer);
    if (address.username !== '' || address.password !== '' || address.hash !== '' || address.search !== '') throw new Problem('SIGN_ON_ADDRESS_REFUSED');
    if (!['https:', 'http:'].includes(address.protocol)) throw new Problem('SIGN_ON_ADDRESS_REFUSED');
    // A stored secret is never sent to an address that it was not given for.
    if (clientSecret === undefined && stored.sealedSecret !== null && stored.issuer !== given.issuer) throw new Problem('SIGN_ON_SECRET_NEEDED');
    const sealedSecret = clientSecret === undefined ? stored.sealedSecret : clientSecret === '' ? null : await this.box.seal(clientSecret, secretContext(agencyId));
    return { ...given, sealedSecret };
  }

  private async accessOf(agencyId: string, { issuer, clientId, sealedSecret }: SignOnSetting): Promise<ProviderAccess> {
    return { issuer, clientId, secret: sealedSecret === null ? null : await this.box.open(sealedSecret, secretContext(agencyId)) };
  }

  private shown({ sealedSecret, ...setting }: SignOnSetting): z.input<typeof SignOnSettings> {
    return { ...setting, hasSecret: sealedSecret !== null, redirectUri: this.provider.redirectUri, signedOutUri: this.provider.signedOutUri };
  }
}
