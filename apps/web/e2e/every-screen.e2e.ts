import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsOf } from '@pamong/contract/permissions';
import type { Permission, Role } from '@pamong/contract/permissions';
import { Database } from '@pamong/platform/database/database';
import { expectAccessible } from '@pamong/platform/testing/browser/accessibility';
import type { Look } from '@pamong/platform/testing/browser/browser';
import { faultsOf, looks, picture } from '@pamong/platform/testing/browser/browser';
import type { ProductionSystem } from '@pamong/platform/testing/production-system';
import type { FeaturePage, FeatureRoutes } from '../src/shared/routing/feature-routes.js';
import type { Page } from './bed.js';
import { Bed } from './bed.js';

type Screen = Pick<FeaturePage, 'path' | 'layout' | 'access'>;

interface Account {
  readonly role: Role;
  readonly login: string;
}

const features = join(import.meta.dirname, '../src/features');

/** What a page shows only when its address says more than its path. */
const states: readonly Screen[] = [{ path: '/kelola/pegawai/:personId/gabung?dengan=:otherId', layout: 'staff', access: 'person.manage' }];

/** The demo imported nobody; `agency-begins` looks at an import in all its states. */
const elsewhere = new Set(['/kelola/pegawai/impor/:batchId']);

/** The pages of every feature, as their `routes.tsx` and `staff-routes.tsx` declare them. */
async function findScreens(): Promise<Screen[]> {
  const files = readdirSync(features).flatMap((feature) => ['routes.tsx', 'staff-routes.tsx'].map((name) => join(features, feature, name)));
  const declared = await Promise.all(files.filter((file) => existsSync(file)).map(async (file) => ((await import(file)) as { routes: FeatureRoutes }).routes));
  return [...declared.flat().filter(({ path }) => !elsewhere.has(path)), ...states];
}

/** The demo account that a page is for; null for a visitor. */
function accountFor({ path, layout, access }: Screen, accounts: readonly Account[]): Account | null {
  if (access === 'public' && layout === 'public') return null;
  const role = access in { public: 0, 'signed-in': 0 } ? (path.startsWith('/kelola') ? 'instructor' : 'learner') : null;
  const found = accounts.find((account) => (role === null ? permissionsOf[account.role].includes(access as Permission) : account.role === role));
  if (found === undefined) throw new Error(`No demo account may open ${path}`);
  return found;
}

describe('every screen', () => {
  const bed = Bed.forTests('screens');
  let accounts: readonly Account[];
  let screens: readonly Screen[];
  let params: Record<string, Readonly<Record<string, string>>>;

  beforeAll(async () => {
    screens = await findScreens();
    accounts = ((await (await fetch(`${bed.system.baseUrl}/api/session`)).json()) as { demo: { accounts: Account[] } }).demo.accounts;
    const loginOf = (found: (role: Role) => boolean) => accounts.find(({ role }) => found(role))?.login ?? '';
    params = await findParams(bed.system, loginOf((role) => role === 'learner'), loginOf((role) => permissionsOf[role].includes('person.manage')));
  });

  test('there are screens to look at', () => {
    expect(screens.length).toBeGreaterThan(40);
  });

  test('each stands in both looks: reachable by axe, no error, nothing wider than the screen', async () => {
    // Each look is a browser process of its own: side by side they take half the time.
    const problems = await Promise.all((Object.keys(looks) as Look[]).map((look) => lookAtAll(look)));
    expect(problems.flat()).toEqual([]);
  }, 300_000);

  async function lookAtAll(look: Look): Promise<string[]> {
    const problems: string[] = [];
    const visitors = new Map<string, Page>();
    for (const screen of screens) {
      const account = accountFor(screen, accounts);
      const who = account?.role ?? 'visitor';
      const page = visitors.get(who) ?? (await bed.phone({ look }));
      if (!visitors.has(who) && account !== null) await bed.signIn(page, account.login);
      visitors.set(who, page);
      const values = params[screen.path] ?? {};
      const address = screen.path.replace(/:(\w+)/g, (whole, name: string) => values[name] ?? whole);
      if (address.includes(':')) problems.push(`${screen.path}: the demo has nothing to show here`);
      else problems.push(...(await lookAt(page, address, `screens/${look}/${who}${screen.path.replaceAll('/', '_').replaceAll(/[:?=]/g, '')}`)).map((problem) => `${look} ${problem}`));
    }
    return problems;
  }
});

/** Opens one page, waits until it has what it loads, takes its picture, and returns what is wrong with it. */
async function lookAt(page: Page, address: string, name: string): Promise<string[]> {
  const problems: string[] = [];
  await page.goto(address);
  try {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
  } catch {
    problems.push(`${address}: did not finish loading`);
  }
  await picture(page, name);
  const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (Number(wide) > 0) problems.push(`${address}: ${String(wide)} px wider than the screen`);
  await expectAccessible(page).catch((error: unknown) => problems.push(String((error as Error).message)));
  problems.push(...faultsOf(page).map((fault) => `${address}: ${fault}`));
  return problems;
}

/** Values for the parameters of each path, found in the demo. */
async function findParams(system: ProductionSystem, learner: string, admin: string): Promise<Record<string, Readonly<Record<string, string>>>> {
  const db = await Database.open({ url: system.database.ownerUrl, entities: [], poolSize: 1 });
  try {
    const one = async (sql: string): Promise<Record<string, string>> => (await db.query<Record<string, string>>(sql))[0] ?? {};
    const mine = `select e.course_id as "courseId", e.version_id from enrolment e join person_number n on n.person_id = e.person_id where n.number = '${learner}'`;
    const course = await one(`select course_id as "courseId", c.code as course from course_version v join course c on c.id = v.course_id order by v.published_at desc`);
    const learning = await one(`with mine as (${mine}) select "courseId", l.lesson_id as "lessonId" from mine join lesson_version l using (version_id) where l.kind = 'text'`);
    const lesson = await one(`select l.course_id as "courseId", l.id as "lessonId" from lesson l where l.course_id = '${course['courseId'] ?? ''}'`);
    const certificate = await one(`select c.id as "certificateId" from certificate c join person_number n on n.person_id = c.person_id where n.number = '${learner}'`);
    const code = await one('select code from certificate where revoked_at is null');
    const attempt = await one(
      `select e.course_id as "courseId", a.lesson_id as "lessonId", a.id as "attemptId" from quiz_attempt a join enrolment e on e.id = a.enrolment_id
       join person_number n on n.person_id = e.person_id where n.number = '${learner}'`,
    );
    // Administrators see their own agency alone, so these are of theirs.
    const person = await one(`select p.id as "personId", p.organisation_id as "organisationId" from person p join person_number n on n.person_id = p.id where n.number = '${admin}'`);
    const other = await one(`select id as "otherId" from person where id <> '${person['personId'] ?? ''}' and agency_id = (select agency_id from person where id = '${person['personId'] ?? ''}')`);
    return {
      '/pelatihan/:course': course,
      '/sertifikat/:certificateId': certificate,
      '/v/:code': code,
      '/kelola/pelatihan/:courseId': lesson,
      '/kelola/pelatihan/:courseId/materi/:lessonId': lesson,
      '/kelola/pelatihan/:courseId/materi/:lessonId/riwayat': lesson,
      '/kelola/pelatihan/:courseId/pratinjau': lesson,
      '/kelola/pelatihan/:courseId/pratinjau/:lessonId': lesson,
      '/kelola/unit/:organisationId': person,
      '/kelola/pegawai/:personId': person,
      '/kelola/pegawai/:personId/gabung': person,
      '/kelola/pegawai/:personId/gabung?dengan=:otherId': { ...person, ...other },
      '/belajar/:courseId': learning,
      '/belajar/:courseId/materi/:lessonId': learning,
      '/belajar/:courseId/evaluasi': learning,
      '/belajar/:courseId/materi/:lessonId/kuis/:attemptId': attempt,
    };
  } finally {
    await db.close();
  }
}
