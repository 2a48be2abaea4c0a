import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG } from '@pamong/platform/config/config';
import type { Config } from '@pamong/platform/config/config';
import { ApiBed } from '../testing/api-bed.js';

interface Ready {
  readonly status: string;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail?: string }[];
}

describe('health', () => {
  let bed: ApiBed;
  beforeAll(async () => {
    bed = await ApiBed.open();
  });
  afterAll(() => bed.close());

  const ready = async () => {
    const answer = await bed.app.inject({ url: '/health/ready' });
    return { status: answer.statusCode, body: answer.json<Ready>() };
  };

  test('alive needs nothing', async () => {
    expect((await bed.app.inject({ url: '/health/live' })).statusCode).toBe(200);
  });

  test('ready names database, migrations, queue and storage, and whichever fails', async () => {
    const good = await ready();
    expect(good.status).toBe(200);
    expect(good.body.checks.map((check) => check.name).toSorted()).toEqual(['database', 'migrations', 'queue', 'storage']);

    const storage = join(bed.app.get<Config>(CONFIG).dataDir, 'storage');
    await rm(storage, { recursive: true, force: true });
    await writeFile(storage, 'a file where the folder should be');
    // Answers are shared for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const bad = await ready();
    expect(bad.status).toBe(503);
    expect(bad.body.checks.filter((check) => !check.ok)).toEqual([{ name: 'storage', ok: false, detail: expect.any(String) as string }]);
  });
});
