import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { FakeClock } from './fake-clock.js';
import { describeWhere } from './requirements.js';
import { redisServer, startRedis } from './redis-server.js';
import { SmtpCatcher } from './smtp-catcher.js';
import { TcpProxy } from './tcp-proxy.js';
import { dropDatabase, emptyDatabase, freshDatabase, testDatabase } from './test-database.js';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('test databases', () => {
  test('the worker has one migrated database, the same each time, where the application owns nothing', async () => {
    const first = await testDatabase();
    const again = await testDatabase();
    expect(again).toEqual(first);
    const [tables] = await ask(first.url, `select count(*)::int as tables from pg_tables where schemaname = 'public' and tableowner = 'pamong_owner'`);
    expect(tables?.['tables']).toBeGreaterThan(3);
    await expect(ask(first.url, 'create table mine (id int)')).rejects.toThrow('permission denied');
  });

  test('a fresh database does not see what the worker wrote, an empty one has no tables', async () => {
    const fresh = await freshDatabase('kit');
    const empty = await emptyDatabase();
    await ask(fresh.ownerUrl, 'create table only_here (id int)');
    expect(await ask(empty.ownerUrl, `select tablename from pg_tables where schemaname = 'public'`)).toEqual([]);
    await expect(ask((await testDatabase()).ownerUrl, 'select * from only_here')).rejects.toThrow('does not exist');
    await dropDatabase(fresh);
    await dropDatabase(empty);
    await expect(ask(fresh.url, 'select 1')).rejects.toThrow('does not exist');
  });
});

test('the fake clock stands until it is moved', () => {
  const clock = new FakeClock('2026-12-31T16:59:59Z');
  clock.advance({ seconds: 1, days: 1 });
  expect(clock.now().toISOString()).toBe('2027-01-01T17:00:00.000Z');
});

test('the SMTP catcher reads a mail with both parts, and refuses on request', async () => {
  const catcher = await SmtpCatcher.start();
  const transport = createTransport(catcher.url);
  const send = (to: string) => transport.sendMail({ from: 'pamong@kota.go.id', to, subject: 'Sertifikat “AI-101” terbit', text: 'Halo Bu Sri — selamat', html: '<p>Halo Bu Sri — selamat</p>' });
  await send('sri@kota.go.id');
  const mail = await catcher.mailTo('sri@kota.go.id');
  expect({ subject: mail.subject, text: mail.text.trim(), html: mail.html.trim() }).toEqual({
    subject: 'Sertifikat “AI-101” terbit',
    text: 'Halo Bu Sri — selamat',
    html: '<p>Halo Bu Sri — selamat</p>',
  });
  catcher.refuse(451);
  await expect(send('budi@kota.go.id')).rejects.toMatchObject({ responseCode: 451 });
  await expect(catcher.mailTo('budi@kota.go.id', 50)).rejects.toThrow('No mail to budi@kota.go.id');
  transport.close();
  await catcher.stop();
});

test('the proxy slows a link, cuts it and brings it back', async () => {
  const echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  const proxy = await TcpProxy.start({ port: (echo.address() as AddressInfo).port });
  const roundTrip = (bytes: number) =>
    new Promise<number>((resolve, reject) => {
      const socket = connect(proxy.port, '127.0.0.1');
      const started = performance.now();
      let received = 0;
      socket.on('data', (piece) => {
        received += piece.length;
        if (received >= bytes) {
          socket.destroy();
          resolve(performance.now() - started);
        }
      });
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('closed')));
      socket.write(Buffer.alloc(bytes));
    });
  await roundTrip(1000);
  proxy.throttle({ bytesPerSecond: 10_000, latencyMs: 10 });
  // 2,000 bytes at 10 kB/s: 200 ms each way; only the lower bound is certain on a busy machine.
  expect(await roundTrip(2000)).toBeGreaterThan(200);
  proxy.throttle({});
  proxy.cut();
  await expect(roundTrip(10)).rejects.toThrow();
  proxy.restore();
  expect(await roundTrip(10)).toBeGreaterThan(0);
  await proxy.stop();
  await new Promise((resolve) => echo.close(resolve));
});

describeWhere(redisServer, 'queue on Redis', () => {
  test('starts a server of its own', async () => {
    const redis = await startRedis();
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(redis.url).port), '127.0.0.1', () => socket.write('PING\r\n'));
      socket.on('error', reject).on('data', (data) => {
        socket.destroy();
        resolve(data.toString());
      });
    });
    expect(answer).toBe('+PONG\r\n');
    await redis.stop();
  });
});
