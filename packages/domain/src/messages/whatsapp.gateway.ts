import { Injectable } from '@nestjs/common';
import { WhatsAppClient, WhatsAppFailure } from '@pamong/platform/whatsapp/whatsapp-client';
import type { PhoneGateway } from './phone-gateways.js';
import { PhoneFailure, PhoneGateways } from './phone-gateways.js';

/** WhatsApp, where the installation has a gateway. */
@Injectable()
export class WhatsAppGateway implements PhoneGateway {
  readonly name = 'whatsapp';

  constructor(
    private readonly client: WhatsAppClient,
    gateways: PhoneGateways,
  ) {
    if (client.enabled) gateways.add(this);
  }

  async sendCode(to: string, code: string, language: 'id' | 'en'): Promise<void> {
    await this.client.sendCode(to, code, language).catch((error: unknown) => {
      if (!(error instanceof WhatsAppFailure)) throw error;
      throw new PhoneFailure(error.passing, { status: error.status, code: error.code, said: error.message });
    });
  }
}
