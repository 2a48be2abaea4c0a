import { guardedFetch } from '../net/guarded-fetch.js';

/** Where a WhatsApp gateway is: Meta's Cloud API, or one of the many that speak the same. */
export interface WhatsAppSettings {
  /** With the version and without a trailing slash: `https://graph.facebook.com/v21.0`. */
  readonly url: string;
  /** Id of the sending number, which is not the number itself. */
  readonly phoneNumberId: string;
  readonly token: string;
  /** Name of the approved template of the category "authentication" with a button that copies the code. */
  readonly codeTemplate: string;
}

/** The gateway did not take a message. */
export class WhatsAppFailure extends Error {
  constructor(
    readonly status: number,
    /** The gateway's own number of the fault, where it gave one. */
    readonly code: number | null,
    message: string,
  ) {
    super(message);
    this.name = 'WhatsAppFailure';
  }

  /** Trying again may help: the gateway is down, unreachable or asks to wait. */
  get passing(): boolean {
    // 130429 and 131056 are Meta's "too many messages".
    return this.status === 0 || this.status === 429 || this.status >= 500 || this.code === 130_429 || this.code === 131_056;
  }
}

/**
 * Sends templates through the WhatsApp Business Cloud API: `POST /{phone-number-id}/messages` with a bearer token. Businesses may write first
 * with approved templates only.
 */
export class WhatsAppClient {
  private readonly ask: ReturnType<typeof guardedFetch>;

  /** @param settings null: there is no gateway */
  constructor(private readonly settings: WhatsAppSettings | null) {
    // The operator sets the address at the start, and it may well be a gateway in their own network.
    this.ask = guardedFetch({ privateNetwork: true, timeoutMs: 15_000, mostBytes: 100_000 });
  }

  get enabled(): boolean {
    return this.settings !== null;
  }

  /**
   * Sends a one-time code; templates of the category "authentication" take it twice, for the text and for the button.
   * @param to E.164, with its plus
   * @returns the gateway's id of the message
   * @throws WhatsAppFailure
   */
  async sendCode(to: string, code: string, language: 'id' | 'en'): Promise<string> {
    if (this.settings === null) throw new WhatsAppFailure(0, null, 'there is no gateway');
    const { url, phoneNumberId, token, codeTemplate } = this.settings;
    const text = [{ type: 'text', text: code }];
    const body = {
      messaging_product: 'whatsapp', recipient_type: 'individual', to: to.replace(/^\+/, ''), type: 'template',
      template: {
        name: codeTemplate, language: { code: language },
        components: [{ type: 'body', parameters: text }, { type: 'button', sub_type: 'url', index: '0', parameters: text }],
      },
    };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await this.ask(`${url}/${encodeURIComponent(phoneNumberId)}/messages`, { method: 'POST', headers, body: JSON.stringify(body) }).catch((error: unknown) => {
      throw new WhatsAppFailure(0, null, error instanceof Error ? error.message : 'unreachable');
    });
    const said = (await answer.json().catch(() => null)) as { messages?: { id?: unknown }[]; error?: { message?: unknown; code?: unknown } } | null;
    const id = said?.messages?.[0]?.id;
    if (answer.ok && typeof id === 'string') return id;
    const { message, code: fault } = said?.error ?? {};
    throw new WhatsAppFailure(answer.status, typeof fault === 'number' ? fault : null, typeof message === 'string' ? message.slice(0, 300) : `HTTP ${answer.status}`);
  }
}
