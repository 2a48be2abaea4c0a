import { Database } from '../database/database.js';
import { redisServer, startRedis } from '../testing/redis-server.js';
import { describeWhere } from '../testing/requirements.js';
import { dropDatabase, emptyDatabase, testDatabase } from '../testing/test-database.js';
import { QueueProbe } from './queue-probe.js';

test('a queue on PostgreSQL works once its tables are there', async () => {
  const database = await Database.open({ url: (await testDatabase()).url, entities: [], poolSize: 2 });
  await new QueueProbe(database, undefined).check();
  await database.close();

  const bare = await emptyDatabase();
  const without = await Database.open({ url: bare.url, entities: [], poolSize: 2 });
  await expect(new QueueProbe(without, undefined).check()).rejects.toThrow('bullmq.job');
  await without.close();
  await dropDatabase(bare);
});

describeWhere(redisServer, 'queue on Redis', () => {
  test('works while the server answers, and says so again when it is back', async () => {
    const database = await Database.open({ url: (await testDatabase()).url, entities: [], poolSize: 2 });
    const redis = await startRedis();
    const probe = new QueueProbe(database, redis.url);
    await probe.check();
    await redis.stop();
    await expect(probe.check()).rejects.toThrow();
    const back = await startRedis(Number(new URL(redis.url).port));
    for (let tries = 0; ; tries += 1) {
      const fault: unknown = await probe.check().then(
        () => null,
        (error: unknown) => error,
      );
      if (fault === null) break;
      if (tries > 100) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await probe.close();
    await back.stop();
    await database.close();
  });
});
