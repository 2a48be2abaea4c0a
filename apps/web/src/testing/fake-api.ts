import type { AllRoutes } from '@pamong/contract/all-routes';
import type { ErrorCode } from '@pamong/contract/all-errors';
import type { RequestOf, ResponseOf, Route } from '@pamong/contract/kernel/route';
import { laterRoutes } from '@pamong/contract/later-routes.generated';
import { routeTable } from '@pamong/contract/route-table.generated';

type Answer<R extends Route> = (request: RequestOf<R>) => ResponseOf<R> | FakeProblem | Promise<ResponseOf<R> | FakeProblem>;
type Key<F extends keyof AllRoutes> = F extends string ? `${F}.${keyof AllRoutes[F] & string}` : never;
type RouteAt<K> = K extends `${infer F}.${infer R}` ? (F extends keyof AllRoutes ? (R extends keyof AllRoutes[F] ? (AllRoutes[F][R] extends Route ? AllRoutes[F][R] : never) : never) : never) : never;

/** Answers by route, typed by the contract: `{ 'session.get': () => ({ me: null, demo: null }) }`. */
export type FakeAnswers = { readonly [K in Key<keyof AllRoutes>]?: Answer<RouteAt<K>> };

/** What a fake answer returns to refuse. */
export class FakeProblem {
  constructor(
    readonly code: ErrorCode,
    readonly params: Readonly<Record<string, string | number | boolean>> = {},
    readonly faults: readonly { readonly path: string; readonly code: string; readonly message: string }[] = [],
    readonly status = 409,
  ) {}
}

/** One request that the page has sent. */
export interface SeenRequest {
  readonly route: string;
  readonly body: unknown;
  readonly query: Readonly<Record<string, string>>;
}

/** The network of a page test: the real client, the contract's table of paths, and typed answers. A route without an answer fails the test by a 500 that names it. */
export class FakeApi {
  readonly seen: SeenRequest[] = [];
  /** While false every request fails as on a phone without a network. */
  online = true;

  constructor(private answers: FakeAnswers) {}

  /** Changes some answers in the middle of a test. */
  answer(more: FakeAnswers): void {
    this.answers = { ...this.answers, ...more };
  }

  /** Stands in for `fetch`. */
  readonly fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    if (!this.online) throw new TypeError('Failed to fetch');
    const url = new URL(String(input), 'http://pamong.test');
    const found = find(init.method ?? 'GET', url.pathname.replace(/^\/api/, ''));
    if (!found) return reply(500, { code: 'SERVER_FAULT', title: `no route for ${url.pathname}` });
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const query = Object.fromEntries(url.searchParams);
    this.seen.push({ route: found.key, body, query });
    const answer = this.answers[found.key as keyof FakeAnswers] as ((request: unknown) => unknown) | undefined;
    if (!answer) return reply(500, { code: 'SERVER_FAULT', title: `the test answers nothing to ${found.key}`, params: {} });
    const given = await answer({ params: found.params, query, body });
    if (given instanceof FakeProblem) {
      return reply(given.status, { status: given.status, code: given.code, title: given.code, params: given.params, faults: given.faults });
    }
    return given === undefined ? reply(204, null) : reply(200, given);
  };
}

function find(method: string, path: string): { key: string; params: Record<string, string> } | null {
  for (const [feature, routes] of Object.entries({ ...routeTable, ...laterRoutes })) {
    for (const [name, [verb, template]] of Object.entries(routes as Record<string, readonly [string, string]>)) {
      const match = new RegExp(`^${template.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path);
      if (verb === method && match) return { key: `${feature}.${name}`, params: { ...match.groups } };
    }
  }
  return null;
}

/** jsdom has no Response; the client needs only these four. */
function reply(status: number, body: unknown): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return { ok: status < 400, status, headers: { get: () => type }, json: () => Promise.resolve(body) } as unknown as Response;
}
