import { AccessService } from '@pamong/domain/access/access.service';
import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { SessionsService } from '@pamong/domain/accounts/sessions.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { DomainBed } from '@pamong/domain/testing/domain-bed';
import { someStaffNumber } from '@pamong/domain/testing/factories';
import { newId } from '@pamong/platform/ids/new-id';
import { TestBrowser, faultsOf } from '@pamong/platform/testing/browser/browser';
import { ProductionSystem } from '@pamong/platform/testing/production-system';
import { SmtpCatcher } from '@pamong/platform/testing/smtp-catcher';
import { hostile, hostileHtml } from './hostile-words.js';
import { allowTime } from './patience.js';

allowTime();

type Page = Awaited<ReturnType<TestBrowser['visitor']>>;

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('text that wants to be more than text', () => {
  let system: ProductionSystem;
  let browser: TestBrowser;
  let post: SmtpCatcher;
  let domain: DomainBed;
  let admin: Page;
  let learner: Page;
  let world: Awaited<ReturnType<typeof people>>;

  beforeAll(async () => {
    post = await SmtpCatcher.start();
    [system, browser] = await Promise.all([ProductionSystem.start({ name: 'hostile', demo: false, env: { SMTP_URL: post.url } }), TestBrowser.open()]);
    domain = await DomainBed.open(system.database);
    domain.clock.set(new Date().toISOString());
    world = await people();
    [admin, learner] = [await entered(world.adminToken), await entered(world.learnerToken)];
  });
  afterAll(async () => {
    await browser.close();
    await domain.close();
    await post.stop();
  });

  const phone = () => browser.visitor({ baseURL: system.baseUrl });

  /** A request of somebody past the screens. */
  async function tell<Answer>(page: Page, method: string, path: string, data?: unknown): Promise<Answer> {
    const answer = await page.context().request.fetch(`${system.baseUrl}/api${path}`, { method, ...(data === undefined ? {} : { data }) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (answer.status() === 204 ? null : await answer.json()) as Answer;
  }

  /** An agency whose every name is hostile, with an admin and a learner. */
  async function people() {
    return domain.db.tx(async (tx) => {
      const organisations = domain.get(OrganisationsService);
      const agency = await organisations.createAgency(tx, { name: hostile(200), shortName: hostile(60), timeZone: 'Asia/Makassar' });
      const unit = await organisations.createUnit(tx, agency.id, { name: hostile(200), shortName: hostile(60), unitKind: 'dinas' });
      const person = async () => {
        const id = await domain.get(PeopleService).create(tx, {
          organisationId: unit.id, name: hostile(130), titleBefore: hostile(30), titleAfter: hostile(30), employmentKind: 'PNS', staffNumber: someStaffNumber(), postName: hostile(200), email: `${newId()}@sigi.example`,
        });
        return { id, accountId: await domain.get(AccountsService).create(tx, id, null) };
      };
      const [chief, worker] = [await person(), await person()];
      for (const role of ['platform_admin', 'agency_admin', 'training_admin', 'instructor', 'supervisor'] as const) await domain.get(AccessService).grant(tx, chief.id, role, agency.id);
      return { agencyId: agency.id, unitId: unit.id, path: unit.path, adminId: chief.id, learnerId: worker.id, accounts: [chief.accountId, worker.accountId] };
    }).then(async ({ accounts: [chief = '', worker = ''], ...rest }) => {
      const open = (accountId: string) => domain.get(SessionsService).open(accountId, { userAgent: hostile(200), address: '203.0.113.5' });
      return { ...rest, adminToken: await open(chief), learnerToken: await open(worker) };
    });
  }

  async function entered(token: string): Promise<Page> {
    const page = await phone();
    await page.context().addCookies([{ name: 'pamong_session', value: token, url: system.baseUrl }]);
    page.on('dialog', (dialog) => {
      void page.evaluate('window.__ran = 1');
      void dialog.dismiss();
    });
    return page;
  }

  /** A course whose every field is hostile, as its author sends it, published and taken. */
  async function course(withQuiz: boolean) {
    const ask = <T>(method: string, path: string, data?: unknown) => tell<T>(admin, method, path, data);
    const { id: courseId, revision } = await ask<{ id: string; revision: number }>('POST', '/courses', { title: hostile(200), organisationId: world.agencyId });
    await ask('PATCH', `/courses/${courseId}`, {
      revision, summary: hostile(900), objectives: [hostile(300), hostile(300)], audience: hostile(300), category: hostile(80), contact: hostile(300),
      competences: [{ code: hostile(40), name: hostile(200), level: 2 }], passMark: 70, requirements: ['all_lessons'], instructorIds: [world.adminId],
    });
    const { modules } = await ask<{ modules: { id: string }[] }>('GET', `/courses/${courseId}`);
    const moduleId = modules[0]?.id ?? '';
    await ask('PATCH', `/courses/${courseId}/modules/${moduleId}`, { title: hostile(200) });
    const lesson = async (kind: string, body: unknown) => {
      const { lessonId } = await ask<{ lessonId: string }>('POST', `/courses/${courseId}/modules/${moduleId}/lessons`, { kind, title: hostile(200) });
      const { revision: at } = await ask<{ revision: number }>('GET', `/courses/${courseId}/lessons/${lessonId}`);
      await ask('PATCH', `/courses/${courseId}/lessons/${lessonId}`, { revision: at, minutes: 45, body });
      return lessonId;
    };
    const textId = await lesson('text', { html: hostileHtml });
    const option = (right: boolean) => ({ id: crypto.randomUUID(), text: `${String(right)} ${hostile(280)}`, right });
    const question = { id: crypto.randomUUID(), kind: 'single', text: hostile(1500), points: 1, options: [option(true), option(false)], explanation: hostile(900) };
    const quizId = !withQuiz ? '' : await lesson('quiz', { introduction: hostile(900), questions: [question], rules: { final: false, timeLimitMinutes: null, shuffleQuestions: false, shuffleOptions: false } });
    await ask('POST', `/courses/${courseId}/media`, { fileName: `${hostile(250)}.mp4`, bytes: 1000 });
    const { items } = await ask<{ items: { blocking: boolean; code: string }[] }>('GET', `/courses/${courseId}/findings`);
    expect(items.filter(({ blocking }) => blocking)).toEqual([]);
    await ask('POST', `/courses/${courseId}/publish`, { number: 1 });
    return { courseId, textId, quizId };
  }

  /** Enrols the learner under the name that the agency knows. */
  async function take(courseId: string): Promise<void> {
    const [person] = await domain.db.query<{ before: string; name: string; after: string }>('select title_before as before, name, title_after as after from person where id = $1', [world.learnerId]);
    await tell(learner, 'POST', `/courses/${courseId}/enrolment`, { nameOnCertificate: `${person?.before} ${person?.name}, ${person?.after}` });
  }

  /** What else people write to each other. */
  async function words() {
    const ask = <T>(method: string, path: string, data?: unknown) => tell<T>(admin, method, path, data);
    await ask('POST', `/organisations/${world.unitId}/role-assignments`, { personId: world.learnerId, role: 'leader', reason: hostile(300) });
    const { lendable } = await ask<{ lendable: { assignmentId: string; role: string }[] }>('GET', '/delegations');
    const assignmentIds = lendable.filter(({ role }) => role === 'training_admin').map((one) => one.assignmentId);
    await ask('POST', '/delegations', { toPersonId: world.learnerId, assignmentIds, until: day(5), reason: hostile(500) });
    await ask('PUT', '/sign-on/settings', {
      on: true, issuer: 'https://sso.example', clientId: hostile(200), clientSecret: '', scopes: 'openid', numberClaim: 'nip', matchEmail: false, createAccounts: false, label: hostile(60),
    });
    const rows = `nama,nip,unit\r\n${['"', '"'].join(hostile(120).replaceAll('"', '""'))},${hostile(40).replaceAll(',', ' ').replaceAll('"', '')},=HYPERLINK("http://jahat")\r\n`;
    const sent = await admin.context().request.fetch(`${system.baseUrl}/api/import-files?kind=people&fileName=${encodeURIComponent(`${hostile(200)}.csv`)}`, {
      method: 'POST', data: Buffer.from(rows), headers: { 'content-type': 'application/octet-stream' },
    });
    const { id: batchId } = (await sent.json()) as { id: string };
    const short = await course(false);
    await take(short.courseId);
    await tell(learner, 'PUT', `/learning/${short.courseId}/lessons/${short.textId}/completion`);
    let issued: { id: string; code: string } | undefined;
    for (let waited = 0; issued === undefined && waited < 10_000; waited += 200) {
      await new Promise((next) => setTimeout(next, 200));
      [issued] = await domain.db.query<{ id: string; code: string }>('select id, code from certificate where person_id = $1 and file_key is not null', [world.learnerId]);
    }
    // Its text was source of no PDF: the document stands, sealed, with the words as words.
    const file = await learner.context().request.get(`${system.baseUrl}/api/certificates/${issued?.id ?? ''}/file`);
    expect([file.status(), (await file.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    await ask('POST', `/issued-certificates/${issued?.id ?? ''}/revocation`, { reason: hostile(300) });
    return { batchId, certificateId: issued?.id ?? '', code: issued?.code ?? '' };
  }

  /** What is wrong with a page that shows hostile text. */
  async function look(page: Page, address: string): Promise<string[]> {
    await page.goto(address);
    const problems: string[] = [];
    try {
      await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 20_000 });
      await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached', timeout: 20_000 });
    } catch {
      problems.push('did not finish loading');
    }
    // A click on whatever was let in as a link or a form would run it; so none may be there.
    const found = (await page.evaluate(`({
      ran: window.__ran || 0,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      live: [...document.querySelectorAll('main *')].filter((e) => e.getAttributeNames().some((n) => n.startsWith('on')) || /^\\s*(javascript|data:text)/i.test(e.getAttribute('href') || e.getAttribute('src') || e.getAttribute('action') || '')
        || ['IFRAME', 'OBJECT', 'BASE', 'SCRIPT'].includes(e.tagName)).map((e) => e.outerHTML.slice(0, 80)),
      widest: document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll('body *')]
        .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && ![...e.children].some((c) => c.getBoundingClientRect().right > document.documentElement.clientWidth + 1))
        .slice(0, 3).map((e) => e.tagName + '.' + String(e.getAttribute('class') || '').slice(0, 60) + '<' + (e.parentElement.getAttribute('class') || '').slice(0, 60)),
      pictures: [...document.querySelectorAll('main img')].filter((e) => e.getAttribute('src') === 'x').length,
    })`)) as { ran: number; wide: number; live: string[]; widest: string[]; pictures: number };
    if (found.ran > 0) problems.push(`${found.ran} scripts ran`);
    if (found.wide > 0) problems.push(`${found.wide} px wider than the screen: ${found.widest.join(' ')}`);
    if (found.live.length > 0 || found.pictures > 0) problems.push(`markup was let in: ${found.live.join(' ')} ${found.pictures} pictures`);
    // A code that nobody issued is answered with 404, which browsers write down.
    problems.push(...faultsOf(page).filter((fault) => !(address.startsWith('/v/%') && fault.includes('404'))));
    return problems.map((problem) => `${address}: ${problem}`);
  }

  test('stays text on every page that shows it, fits a phone, and asks nobody for anything', async () => {
    const [made, said] = await Promise.all([course(true), words()]);
    await take(made.courseId);
    await tell(learner, 'PUT', `/learning/${made.courseId}/lessons/${made.textId}/completion`);
    const attempt = await tell<{ id: string }>(learner, 'POST', `/learning/${made.courseId}/lessons/${made.quizId}/quiz/attempts`);
    const forLearner = [
      '/beranda', '/belajar', `/belajar/${made.courseId}`, `/belajar/${made.courseId}/materi/${made.textId}`, `/belajar/${made.courseId}/materi/${made.quizId}`, `/belajar/${made.courseId}/evaluasi`,
      `/belajar/${made.courseId}/materi/${made.quizId}/kuis/${attempt.id}`, '/sertifikat', `/sertifikat/${said.certificateId}`, '/jp', '/pesan', '/profil', '/katalog', `/pelatihan/${made.courseId}`,
    ];
    const forVisitor = ['/', '/masuk', '/katalog', `/pelatihan/${made.courseId}`, `/v/${said.code}`, `/v/${encodeURIComponent('"><img src=x onerror=alert(1)>')}`, `/masuk?masalah=${encodeURIComponent('SIGN_ON_<img src=x onerror=alert(1)>')}&lanjut=${encodeURIComponent('javascript:alert(1)')}`];
    const forAdmin = [
      '/kelola', '/kelola/pelatihan', `/kelola/pelatihan/${made.courseId}`, `/kelola/pelatihan/${made.courseId}/materi/${made.textId}`, `/kelola/pelatihan/${made.courseId}/materi/${made.quizId}`,
      `/kelola/pelatihan/${made.courseId}/pratinjau`, `/kelola/pelatihan/${made.courseId}/pratinjau/${made.textId}`, '/kelola/sertifikat', '/kelola/sertifikat/pengaturan', '/kelola/tim', '/kelola/pegawai',
      `/kelola/pegawai/${world.learnerId}`, '/kelola/pegawai/impor', `/kelola/pegawai/impor/${said.batchId}`, '/kelola/unit', `/kelola/unit/${world.unitId}`, '/kelola/akses', '/kelola/akses/izin', '/kelola/akses/periksa',
      '/kelola/delegasi', '/kelola/masuk-instansi', '/kelola/tampilan', '/kelola/perpindahan', '/kelola/surat',
    ];
    const visitor = await phone();
    const lookAtAll = async (page: Page, addresses: readonly string[]) => {
      const problems: string[] = [];
      for (const address of addresses) problems.push(...(await look(page, address)));
      return problems;
    };
    const problems = await Promise.all([lookAtAll(visitor, forVisitor), lookAtAll(learner, forLearner), lookAtAll(admin, forAdmin.slice(0, 12)), lookAtAll(await entered(world.adminToken), forAdmin.slice(12))]);
    expect(problems.flat()).toEqual([]);
  }, 120_000);

  test('begins no formula in an export, and is no markup in a letter', async () => {
    const csv = await (await admin.context().request.get(`${system.baseUrl}/api/people-export?format=csv`)).text();
    await tell(admin, 'PATCH', `/people/${world.learnerId}`, { revision: 1, effectiveOn: day(0), name: '=HYPERLINK("http://jahat")', titleBefore: '@SUM(A1)', titleAfter: '-2+3' });
    const defused = await (await admin.context().request.get(`${system.baseUrl}/api/people-export?format=csv`)).text();
    for (const text of [csv, defused]) expect(text).not.toMatch(/(^|[;\r\n]"?)[=+@-]/);
    expect(defused).toContain(`'=HYPERLINK`);
    const letters = await waitForLetters();
    expect(letters.length).toBeGreaterThan(0);
    for (const letter of letters) {
      expect(letter).not.toMatch(/<(script|svg|iframe|object)|<img src=x|javascript:/i);
      expect(letter).not.toMatch(/<[^>]* on(load|error|click)=/i);
    }
  });

  /** The HTML of the letters of this agency, once the outbox is empty. */
  async function waitForLetters(): Promise<string[]> {
    for (let waited = 0; waited < 15_000 && post.mails.length === 0; waited += 200) await new Promise((next) => setTimeout(next, 200));
    return post.mails.map(({ html }) => html);
  }
});
