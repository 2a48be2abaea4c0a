import type { AllRoutes } from './all-routes.js';
import type { ErrorCode } from './all-errors.js';
import type { RequestOf, ResponseOf, Route } from './kernel/route.js';
import { routeTable } from './route-table.generated.js';

/** RFC 9457 problem as the API writes it. */
export interface ProblemBody {
  readonly status: number;
  readonly code: ErrorCode;
  readonly title: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  /** Fields of the input that are wrong, by path such as `body.title`. */
  readonly faults?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly traceId?: string;
}

/** An answer of the API that is not a success. */
export class ApiProblem extends Error {
  constructor(readonly problem: ProblemBody) {
    super(problem.code);
    this.name = 'ApiProblem';
  }

  get code(): ErrorCode {
    return this.problem.code;
  }
}

/** The request did not reach the server, or the answer did not come back. */
export class NetworkProblem extends Error {
  constructor(cause: unknown) {
    super('NETWORK', { cause });
    this.name = 'NetworkProblem';
  }
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Repeats with the same key have one effect. */
  readonly idempotencyKey?: string;
  /** Lets the browser finish the request while the page goes away. */
  readonly keepalive?: boolean;
}

type Call<R extends Route> = keyof RequestOf<R> extends never
  ? (request?: undefined, options?: CallOptions) => Promise<ResponseOf<R>>
  : (request: RequestOf<R>, options?: CallOptions) => Promise<ResponseOf<R>>;

/** `client.feature.route({ params, query, body })`, with the types of the contract and none of its schemas. */
export type Client = { readonly [F in keyof AllRoutes]: { readonly [R in keyof AllRoutes[F]]: AllRoutes[F][R] extends Route ? Call<AllRoutes[F][R]> : never } };

interface LooseRequest {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/**
 * The typed client.
 * @param send `fetch`, or what a test puts in its place
 * @param base origin and prefix before each path, `/api` in a browser
 * @throws ApiProblem when the API answers with a problem; NetworkProblem when there is no answer
 */
export function createClient(send: typeof fetch, base = '/api'): Client {
  const features = new Map<string | symbol, unknown>();
  const feature = (name: string) =>
    new Proxy({}, {
      get: (routes: Record<string | symbol, unknown>, route) =>
        (routes[route] ??= async (request: LooseRequest = {}, options: CallOptions = {}) => {
          const [method, path] = (routeTable as Table)[name]?.[String(route)] ?? (await later())[name]?.[String(route)] ?? noRoute(name, String(route));
          return call(send, method, base + fill(path, request.params) + search(request.query), request.body, options);
        }),
    });
  return new Proxy({} as Client, {
    get: (_, name) => {
      if (!features.has(name)) features.set(name, feature(String(name)));
      return features.get(name);
    },
  });
}

type Table = Readonly<Record<string, Readonly<Record<string, readonly [method: string, path: string]>> | undefined>>;

/** Routes that no first page calls; a file of their own, fetched once. */
async function later(): Promise<Table> {
  try {
    return (await import('./later-routes.generated.js')).laterRoutes;
  } catch (error) {
    throw new NetworkProblem(error);
  }
}

function noRoute(feature: string, route: string): never {
  throw new Error(`The contract has no route ${feature}.${route}`);
}

async function call(send: typeof fetch, method: string, url: string, body: unknown, options: CallOptions): Promise<unknown> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
  let response: Response;
  try {
    response = await send(url, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.keepalive === undefined ? {} : { keepalive: options.keepalive }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NetworkProblem(error);
  }
  if (response.ok) return response.status === 204 ? undefined : response.json();
  throw await problemOf(response);
}

async function problemOf(response: Response): Promise<Error> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return new ApiProblem((await response.json()) as ProblemBody);
  }
  // A proxy in between answered, not the API.
  return new NetworkProblem(new Error(`HTTP ${response.status}`));
}

function fill(path: string, params: Readonly<Record<string, unknown>> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

function search(query: Readonly<Record<string, unknown>> = {}): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) pairs.append(name, String(one));
  }
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}
