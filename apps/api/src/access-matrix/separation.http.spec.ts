import { RequestMethod } from '@nestjs/common';
import { allRoutes } from '@pamong/contract/all-routes';
import type { Route } from '@pamong/contract/kernel/route';
import type { Declared } from '../kernel/endpoint.js';
import { BootCheck } from '../kernel/boot-check.js';
import { ApiBed } from '../testing/api-bed.js';
import { attacksByHand, fieldsOfIds, forEveryone, parameters, quietly } from './separation-cases.js';
import { inputNaming, namesIds } from './separation-inputs.js';
import type { FullAgency } from './separation-world.js';
import { makeFullAgency } from './separation-world.js';

/** One request by somebody of our agency that names something of the other one. */
interface Attack {
  readonly route: string;
  /** Which part names it: a parameter, the query, the body. */
  readonly part: string;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: unknown;
  readonly body?: unknown;
}

let bed: ApiBed;
let ours: FullAgency;
let theirs: FullAgency;

beforeAll(async () => {
  bed = await ApiBed.open();
  ours = await makeFullAgency(bed);
  theirs = await makeFullAgency(bed);
});
afterAll(() => bed.close());

/** Every handler of the running application: routes of the contract by `feature.name`, streams by `METHOD path`. */
function handlers(): { name: string; method: string; path: string; declared: Declared }[] {
  const names = new Map<Route, string>();
  for (const [feature, routes] of Object.entries(allRoutes as Record<string, Record<string, Route>>)) for (const [name, route] of Object.entries(routes)) names.set(route, `${feature}.${name}`);
  return bed.get(BootCheck).handlers().flatMap(({ declared, method, prefix }) => {
    if (declared.route !== undefined) return [{ name: names.get(declared.route) ?? '?', method: declared.route.method as string, path: `/api${declared.route.path}`, declared }];
    const verb = RequestMethod[Reflect.getMetadata('method', method) as number] ?? 'GET';
    return [Reflect.getMetadata('path', method) as string | string[]].flat().map((own) => {
      const path = `/${prefix}/${own}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
      return { name: `${verb} ${path}`, method: verb, path, declared };
    });
  });
}

const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');

/** Every part of every route that can name a thing, each naming theirs while all other parts name ours; and what could not be made up. */
function attacks(): { all: Attack[]; lacking: string[] } {
  const all: Attack[] = [];
  const lacking: string[] = [];
  for (const { name, method, path, declared } of handlers()) {
    if (name in forEveryone) continue;
    const paramNames = namesIn(path).filter((param) => !(param in parameters));
    for (const param of paramNames) if (theirs.targets[param] === undefined) lacking.push(`${name}: the world has no ${param}`);
    if (paramNames.length === 0 && !namesIds(declared.query) && !namesIds(declared.body)) continue;
    const params = (agency: FullAgency) => Object.fromEntries(namesIn(path).map((param) => [param, agency.targets[param] ?? parameters[param] ?? '']));
    const part = (schema: Declared['body'], where: 'query' | 'body', naming: FullAgency): unknown => {
      if (schema === undefined) return undefined;
      const byHand = attacksByHand[name]?.[where];
      const made = byHand === undefined ? inputNaming(schema, (field) => naming.targets[fieldsOfIds[field] ?? field] ?? null) : byHand(naming.targets);
      if (made === null || !schema.safeParse(made).success) lacking.push(`${name}: needs a ${where} in separation-cases.ts`);
      return made;
    };
    const own = { query: part(declared.query, 'query', ours), body: part(declared.body, 'body', ours) };
    for (const param of paramNames) all.push({ route: name, part: param, method, path, params: { ...params(ours), [param]: theirs.targets[param] ?? '' }, ...own });
    if (paramNames.length > 1) all.push({ route: name, part: 'every parameter', method, path, params: params(theirs), ...own });
    for (const where of ['query', 'body'] as const) {
      if (namesIds(declared[where])) all.push({ route: name, part: where, method, path, params: params(ours), ...own, [where]: part(declared[where], where, theirs) });
    }
  }
  return { all, lacking: [...new Set(lacking)] };
}

async function send({ method, path, params, query, body }: Omit<Attack, 'route' | 'part'>) {
  const address = path.replace(/:(\w+)/g, (_whole, param: string) => encodeURIComponent(params[param] ?? '')).replaceAll('*', 'x');
  const search = query === undefined ? '' : `?${new URLSearchParams(query as Record<string, string>).toString()}`;
  const answer = await bed.app.inject({ method: method as 'GET', url: address + search, headers: { cookie: ours.cookie }, ...(body === undefined ? {} : { payload: body as object }) });
  return { status: answer.statusCode, text: answer.statusCode === 204 ? '' : answer.body };
}

describe('agencies in one installation', () => {
  it('have one of everything that a route can name: a new route brings its fixture', () => {
    const { all, lacking } = attacks();
    expect(lacking).toEqual([]);
    expect(all.length).toBeGreaterThan(120);
    const known = new Set(handlers().map(({ name }) => name));
    expect([...Object.keys(forEveryone), ...Object.keys(attacksByHand), ...Object.keys(quietly).map((one) => one.split(' by ')[0] ?? '')].filter((name) => !known.has(name))).toEqual([]);
  });

  it('are strictly apart: whatever names a thing of the other is refused, and the refusal says nothing of it', async () => {
    const wrong: string[] = [];
    for (const { route, part, ...request } of attacks().all) {
      const { status, text } = await send(request);
      // A list that is filtered by something foreign may answer, with nothing in it; a body may be refused for what it names.
      const refused = `${route} by ${part}` in quietly ? status < 300 : part === 'query' ? status < 300 || (status >= 403 && status < 500) : part === 'body' ? status >= 403 && status < 500 : status === 403 || status === 404;
      if (!refused || text.includes(theirs.mark)) wrong.push(`${route} by ${part}: ${status} ${text.slice(0, 160)}`);
    }
    expect(wrong).toEqual([]);
    expect(await bed.db.query('select 1 from inbox_message where id = $1 and read_at is null', [theirs.targets['messageId']])).toHaveLength(1);
  });

  it('are not in each other\'s lists, however they are asked', async () => {
    const lists = handlers().filter(({ name, method, path, declared }) => !(name in forEveryone) && method === 'GET' && namesIn(path).length === 0 && declared.access !== 'public' && declared.route !== undefined);
    expect(lists.length).toBeGreaterThan(15);
    const ids = Object.entries(theirs.targets).filter(([name]) => name !== 'course');
    const shown: string[] = [];
    for (const { name, path, declared } of lists) {
      for (const search of [undefined, theirs.mark]) {
        const given = declared.query === undefined ? undefined : (attacksByHand[name]?.query?.(ours.targets) ?? searchFor(declared.query, search));
        const { status, text } = await send({ method: 'GET', path, params: {}, query: given });
        if (status >= 400 && status !== 403) shown.push(`${name}: ${status} ${text.slice(0, 160)}`);
        // What was searched for may be repeated, never found.
        if (text.replaceAll(`"q":"${theirs.mark}"`, '').includes(theirs.mark)) shown.push(`${name} shows a name`);
        for (const [kind, id] of ids) if (text.includes(id)) shown.push(`${name} shows a ${kind}`);
      }
    }
    expect([...new Set(shown)]).toEqual([]);
  });

  it('would be noticed if they were not: each sees its own', async () => {
    const own = await send({ method: 'GET', path: '/api/courses/:courseId', params: ours.targets });
    expect([own.status, own.text.includes(ours.mark)]).toEqual([200, true]);
    const roles = await send({ method: 'GET', path: '/api/role-assignments', params: {}, query: { q: ours.mark } });
    expect(roles.text).toContain(ours.targets['assignmentId']);
  });
});

/** The least query that a list takes, with a text to search for where it has one. */
function searchFor(schema: NonNullable<Declared['query']>, text: string | undefined): unknown {
  for (const name of ['q', 'search']) {
    const asked = { [name]: text ?? 'Orang' };
    const parsed = schema.safeParse(asked);
    if (parsed.success && name in (parsed.data as object)) return text === undefined && schema.safeParse({}).success ? {} : asked;
  }
  return {};
}
