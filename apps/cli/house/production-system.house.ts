import { ProductionSystem } from '@pamong/platform/testing/production-system';

const health = async (system: ProductionSystem) => (await fetch(`${system.baseUrl}/health/ready`)).status;

describe('the production build as processes', () => {
  let system: ProductionSystem;

  beforeAll(async () => {
    system = await ProductionSystem.start();
  });

  test('answers, and is one system for all who ask', async () => {
    expect(await health(system)).toBe(200);
    expect((await ProductionSystem.start()).baseUrl).toBe(system.baseUrl);
  });

  test('says what is missing in an address of the API that does not exist', async () => {
    const answer = await fetch(`${system.baseUrl}/api/no-such-thing`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  });

  test('the worker comes back after kill -9, the API after a restart', async () => {
    const [api, worker] = [system.pid('api'), system.pid('worker')];
    await system.kill9('worker');
    await system.start('worker');
    await system.restart('api');
    expect(system.pid('worker')).not.toBe(worker);
    expect(system.pid('api')).not.toBe(api);
    expect(await health(system)).toBe(200);
  });
});
