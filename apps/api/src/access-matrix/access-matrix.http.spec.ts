import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutionContext } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { roles } from '@pamong/contract/permissions';
import type { Role } from '@pamong/contract/permissions';
import { Problem } from '@pamong/contract/kernel/problem';
import { newId } from '@pamong/platform/ids/new-id';
import type { HandledRoute } from '../kernel/boot-check.js';
import { BootCheck } from '../kernel/boot-check.js';
import { InputFault } from '../kernel/input-fault.js';
import { RouteGuard } from '../kernel/route.guard.js';
import { ApiBed } from '../testing/api-bed.js';
import type { MatrixPerson, Targets } from './matrix-world.js';
import { makeWorld, places } from './matrix-world.js';

/** Renewed with `RENEW_ACCESS_MATRIX=1 npm test -- access-matrix`; an auditor reads it, a reviewer sees it change. */
const file = join(import.meta.dirname, '../../../../docs/access-matrix.md');

interface WalkedRoute {
  readonly handled: HandledRoute;
  readonly method: string;
  /** With `:name` for parameters. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Parameters that are no ids. */
const plain: Readonly<Record<string, string>> = { language: 'id', code: 'ABCD-EFGH-JKMN', sha256: 'a'.repeat(64), kind: 'people', format: 'csv', revision: '1' };

let bed: ApiBed;
let people: MatrixPerson[];
let routes: WalkedRoute[];

beforeAll(async () => {
  bed = await ApiBed.open();
  const world = await makeWorld(bed);
  people = world.people;
  routes = bed.get(BootCheck).handlers().flatMap((handled) => walked(handled, world.targets));
});
afterAll(() => bed.close());

function walked(handled: HandledRoute, targets: Targets): WalkedRoute[] {
  const { route } = handled.declared;
  const method = route?.method ?? RequestMethod[Reflect.getMetadata('method', handled.method) as number] ?? 'GET';
  const own = [Reflect.getMetadata('path', handled.method) as string | string[]].flat();
  const paths = route === undefined ? own.map((path) => `/${handled.prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')) : [`/api${route.path}`];
  return paths.map((path) => {
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
    // A target that the world has, or an id that nobody has: the guard decides before anybody looks for it.
    return { handled, method, path, params: Object.fromEntries(names.map((name) => [name, targets[name] ?? plain[name] ?? newId()])) };
  });
}

/** What the guard, the very one that requests pass, says: `allowed`, or the code of the refusal. */
async function decision(route: WalkedRoute, cookie: string): Promise<string> {
  const request = { method: route.method, headers: { cookie }, params: route.params, query: {}, body: {} };
  const context = { getHandler: () => route.handled.method, switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  try {
    await bed.get(RouteGuard).canActivate(context);
    return 'allowed';
  } catch (error) {
    // The input is looked at last: whoever gets that far was let in.
    if (error instanceof InputFault) return 'allowed';
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe('access', () => {
  test('nobody who is not signed in passes a route that is not public', async () => {
    const closed = routes.filter(({ handled }) => handled.declared.access !== 'public');
    expect(closed.length).toBeGreaterThan(30);
    const answers = await Promise.all(
      closed.map(async ({ method, path, params }) => {
        const url = path.replace(/:(\w+)/g, (_whole, name: string) => params[name] ?? '').replaceAll('*', 'x');
        return `${(await bed.app.inject({ method: method as 'GET', url })).statusCode} ${method} ${path}`;
      }),
    );
    expect(answers.filter((answer) => !answer.startsWith('401'))).toEqual([]);
  });

  test('a role of another agency is refused over HTTP as if the target were not there', async () => {
    const guarded = routes.filter(({ handled }) => typeof handled.declared.access === 'object' && !['any', 'platform'].includes(handled.declared.access.scope));
    expect(guarded.length).toBeGreaterThan(15);
    const stranger = people.find(({ role, place }) => role === 'agency_admin' && place === 'foreign');
    for (const { method, path, params } of guarded) {
      const url = path.replace(/:(\w+)/g, (_whole, name: string) => params[name] ?? '').replaceAll('*', 'x');
      const answer = await bed.app.inject({ method: method as 'GET', url, headers: { cookie: stranger?.cookie ?? '' } });
      expect(`${method} ${path} ${answer.statusCode}`).toBe(`${method} ${path} 404`);
    }
  });

  test('every route with every role at every place is as docs/access-matrix.md says', async () => {
    const lines: string[] = [];
    for (const route of routes.toSorted((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'))) {
      const { access } = route.handled.declared;
      if (typeof access === 'string') {
        lines.push(row(route, access, []));
        continue;
      }
      const cells: string[] = [];
      for (const role of roles) cells.push(await cell(route, role, access.scope));
      lines.push(row(route, `\`${access.permission}\` on ${access.scope}`, cells));
    }
    const text = document(lines);
    if (process.env['RENEW_ACCESS_MATRIX'] === '1') writeFileSync(file, text);
    // Other than the committed file: renew it with the command above, and let a reviewer see the difference.
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

async function cell(route: WalkedRoute, role: Role, scope: string): Promise<string> {
  const decisions = new Map<string, string>();
  for (const person of people.filter((candidate) => candidate.role === role)) decisions.set(person.place, await decision(route, person.cookie));
  const allowed = places.filter((place) => decisions.get(place) === 'allowed');
  // Inside the agency a refusal may say so; outside nobody learns that the target exists.
  if (scope !== 'any' && scope !== 'platform' && !allowed.includes('foreign')) expect([route.path, role, decisions.get('foreign')]).toEqual([route.path, role, 'NOT_FOUND']);
  const shape = allowed.join(' ');
  if (shape === '') return '';
  if (shape === 'above own') return 'yes';
  if (shape === places.join(' ')) return scope === 'any' ? 'list' : 'all';
  return shape;
}

function row({ method, path }: WalkedRoute, access: string, cells: readonly string[]): string {
  return `| ${[`${method} ${path}`, access, ...roles.map((_role, index) => cells[index] ?? '')].join(' | ')} |`;
}

function document(lines: readonly string[]): string {
  return `# Who may call what

Made by a test that asks the guard of the running application about every route, with every role granted at the agency above the
target's unit, at that unit, at a unit below, and in another agency. Renew: \`RENEW_ACCESS_MATRIX=1 npm test -- access-matrix\`.

- **public**: anyone. **authenticated**: whoever is signed in, for rows of their own.
- **yes**: where the role is granted at the target's organisation or above it; elsewhere in the agency 403, in another agency 404.
- **list**: answers with what lies in the organisations where the role is granted. **all**: in every agency.
- Whoever teaches a course may edit it, and whoever sent a recording may see and remove it, without a role.

| route | access | ${roles.join(' | ')} |
|---|---|${roles.map(() => '---|').join('')}
${lines.join('\n')}
`;
}
