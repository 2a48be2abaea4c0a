import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { WhatsAppSettings } from '../whatsapp/whatsapp-client.js';

/** A code that arrived. */
export interface CaughtCode {
  /** Digits without a plus, as the gateway wants them. */
  readonly to: string;
  readonly code: string;
  readonly language: string;
}

interface Parameters { readonly type: string; readonly text: string }
interface Sent {
  readonly messaging_product?: string;
  readonly to?: string;
  readonly type?: string;
  readonly template?: { readonly name?: string; readonly language?: { readonly code?: string }; readonly components?: readonly { readonly type: string; readonly sub_type?: string; readonly index?: string; readonly parameters: readonly Parameters[] }[] };
}

/** A WhatsApp gateway that takes nothing but what the Cloud API documents, and keeps what it took. */
export class WhatsAppCatcher {
  readonly codes: CaughtCode[] = [];
  private refusal: { status: number; code: number; message: string } | null = null;

  private constructor(
    private readonly server: Server,
    readonly settings: WhatsAppSettings,
  ) {}

  static async start(): Promise<WhatsAppCatcher> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const catcher = new WhatsAppCatcher(server, { url: `http://127.0.0.1:${port}/v21.0`, phoneNumberId: '106540352242922', token: 'EAAJB-test-token', codeTemplate: 'kode_pamong' });
    server.on('request', (request, response) => {
      void catcher.answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
    return catcher;
  }

  /** The next answers are this refusal; without one, messages are taken again. */
  refuse(refusal: { status: number; code: number; message: string } | null = null): void {
    this.refusal = refusal;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const { token, phoneNumberId, codeTemplate } = this.settings;
    const sent = (await json(request).catch(() => ({}))) as Sent;
    const fault = (status: number, code: number, message: string) => ({ status, body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'AbC' } } });
    if (request.method !== 'POST' || request.url !== `/v21.0/${phoneNumberId}/messages`) return fault(404, 100, 'Unsupported request');
    if (request.headers.authorization !== `Bearer ${token}`) return fault(401, 190, 'Invalid OAuth access token.');
    if (request.headers['content-type'] !== 'application/json') return fault(400, 100, 'The parameter messaging_product is required.');
    if (this.refusal !== null) return fault(this.refusal.status, this.refusal.code, this.refusal.message);
    const { template } = sent;
    if (sent.messaging_product !== 'whatsapp' || sent.type !== 'template' || template === undefined) return fault(400, 100, 'Invalid parameter');
    if (!/^[1-9]\d{7,14}$/.test(sent.to ?? '')) return fault(400, 131_009, 'Parameter value is not valid');
    if (template.name !== codeTemplate || !['id', 'en'].includes(template.language?.code ?? '')) return fault(404, 132_001, 'Template name does not exist in the translation');
    const [text, button] = template.components ?? [];
    const code = text?.parameters[0]?.text ?? '';
    const right = text?.type === 'body' && button?.type === 'button' && button.sub_type === 'url' && button.index === '0' && button.parameters[0]?.text === code;
    if (!right || !/^\d{1,15}$/.test(code)) return fault(400, 132_000, 'Number of parameters does not match the expected number of params');
    this.codes.push({ to: sent.to ?? '', code, language: template.language?.code ?? '' });
    return { status: 200, body: { messaging_product: 'whatsapp', contacts: [{ input: sent.to, wa_id: sent.to }], messages: [{ id: `wamid.${this.codes.length}`, message_status: 'accepted' }] } };
  }
}
