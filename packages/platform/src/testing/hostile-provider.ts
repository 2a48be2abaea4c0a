import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Json = Record<string, unknown>;

/** Where a test makes the provider lie; whatever is absent is answered as a good provider would. */
export interface Lies {
  /** Claims put over the good ones; `undefined` takes one out. */
  readonly claims?: Json;
  /** Header of the id token put over the good one. */
  readonly header?: Json;
  /** What signs the id token: its own key (the usual), nothing, a secret by HMAC, or a key that nobody published. */
  readonly signedBy?: 'own' | 'nothing' | 'foreign' | { readonly secret: string };
  /** Discovery document put over the good one. */
  readonly discovery?: Json;
  /** Answers in the place of an endpoint. */
  readonly instead?: Partial<Record<'discovery' | 'jwks' | 'token' | 'userinfo', (response: ServerResponse) => void>>;
  /** Parameters of the address back put over the good ones; `undefined` takes one out. */
  readonly back?: Record<string, string | undefined>;
  /** What the user-info endpoint says. */
  readonly userinfo?: Json;
}

/**
 * An OpenID provider that lies wherever a test wants it to, for what a good library would never send. Codes may be used any number of
 * times: it is Pamong that must notice.
 */
export class HostileProvider {
  readonly clientId = 'pamong';
  readonly clientSecret = 'rahasia-klien-untuk-uji-yang-panjang';
  lies: Lies = {};
  /** Paths that were asked. */
  readonly asked: string[] = [];
  private readonly own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly nonces = new Map<string, string>();

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  static async start(): Promise<HostileProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const self = new HostileProvider(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void self.answer(request, response));
    return self;
  }

  /** The public key as PEM, which an attacker may take for a shared secret. */
  get publicPem(): string {
    return this.own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  /** What a browser is led back with. */
  back(authorize: URL): URL {
    const code = randomUUID();
    this.nonces.set(code, authorize.searchParams.get('nonce') ?? '');
    const url = new URL(authorize.searchParams.get('redirect_uri') ?? '');
    const given = { code, state: authorize.searchParams.get('state') ?? '', iss: this.issuer, ...this.lies.back };
    for (const [name, value] of Object.entries(given)) if (value !== undefined) url.searchParams.set(name, value);
    return url;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', this.issuer);
    this.asked.push(pathname);
    const name = ({ '/.well-known/openid-configuration': 'discovery', '/jwks': 'jwks', '/token': 'token', '/userinfo': 'userinfo' } as const)[pathname];
    if (name === undefined) return void response.writeHead(404).end();
    const instead = this.lies.instead?.[name];
    if (instead !== undefined) return instead(response);
    const body = name === 'discovery' ? this.discovery() : name === 'jwks' ? this.jwks() : name === 'userinfo' ? { sub: 'pelaku', ...this.lies.userinfo } : await this.tokens(request);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private discovery(): Json {
    return {
      issuer: this.issuer, authorization_endpoint: `${this.issuer}/authorize`, token_endpoint: `${this.issuer}/token`, jwks_uri: `${this.issuer}/jwks`, userinfo_endpoint: `${this.issuer}/userinfo`,
      response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true, ...this.lies.discovery,
    };
  }

  private jwks(): Json {
    return { keys: [{ ...this.own.publicKey.export({ format: 'jwk' }), kid: 'satu', use: 'sig', alg: 'RS256' }] };
  }

  private async tokens(request: IncomingMessage): Promise<Json> {
    const code = new URLSearchParams(await text(request)).get('code') ?? '';
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: this.issuer, sub: 'pelaku', aud: this.clientId, exp: now + 300, iat: now, nonce: this.nonces.get(code) ?? '' };
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: this.sign({ ...good, ...this.lies.claims }) };
  }

  private sign(claims: Json): string {
    const { signedBy = 'own' } = this.lies;
    const alg = signedBy === 'nothing' ? 'none' : typeof signedBy === 'object' ? 'HS256' : 'RS256';
    const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg, kid: 'satu', typ: 'JWT', ...this.lies.header })}.${part(claims)}`;
    if (signedBy === 'nothing') return `${signed}.`;
    if (typeof signedBy === 'object') return `${signed}.${createHmac('sha256', signedBy.secret).update(signed).digest('base64url')}`;
    const key: KeyObject = signedBy === 'foreign' ? this.foreign.privateKey : this.own.privateKey;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
  }
}
