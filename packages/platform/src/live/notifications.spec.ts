import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../database/database.js';
import { createLogger } from '../log/logger.js';
import { TcpProxy } from '../testing/tcp-proxy.js';
import { testDatabase } from '../testing/test-database.js';
import { Notifications } from './notifications.js';

const logger = createLogger('test', 'silent');

describe('Notifications', () => {
  let database: Database;
  let url: string;
  beforeAll(async () => {
    ({ url } = await testDatabase());
    database = await Database.open({ url, entities: [], poolSize: 2 });
  });
  afterAll(() => database.close());

  const notify = (channel: string, text: string) => database.query('select pg_notify($1, $2)', [channel, text]);

  async function until(holds: () => boolean): Promise<void> {
    for (let waited = 0; !holds(); waited += 10) {
      if (waited > 8_000) throw new Error('It did not happen');
      await sleep(10);
    }
  }

  test('hears each channel on its own, also one that was subscribed to later, until the subscription ends', async () => {
    const notifications = new Notifications({ url, logger });
    const heard = new Set<string>();
    notifications.onNotify('test_early', { onMessage: (text) => heard.add(`early ${text}`) });
    await notifications.start();
    const end = notifications.onNotify('test_late', { onMessage: (text) => heard.add(`late ${text}`) });
    notifications.onNotify('test_late', {
      onMessage: () => {
        throw new Error('a fault of one subscriber');
      },
    });
    await notify('test_early', '1');
    await notify('test_other', '3');
    // The late channel is listened to a moment after the call.
    while (!heard.has('late 2')) {
      await notify('test_late', '2');
      await sleep(20);
    }
    end();
    await notify('test_late', '4');
    await notify('test_early', '5');
    await until(() => heard.has('early 5'));
    expect([...heard]).toEqual(['early 1', 'late 2', 'early 5']);
    await notifications.close();
  });

  test('comes back after the network was cut, says that there was a gap, and hears again', async () => {
    const target = new URL(url);
    const proxy = await TcpProxy.start({ host: target.hostname, port: Number(target.port) });
    target.hostname = '127.0.0.1';
    target.port = String(proxy.port);
    const notifications = new Notifications({ url: target.href, logger });
    const heard: string[] = [];
    notifications.onNotify('test_cut', { onMessage: (text) => heard.push(text), onGap: () => heard.push('gap') });
    await notifications.start();
    proxy.cut();
    await until(() => !notifications.connected);
    await notify('test_cut', 'lost');
    await sleep(300);
    proxy.restore();
    await until(() => notifications.connected);
    await notify('test_cut', 'heard');
    await until(() => heard.length === 2);
    expect(heard).toEqual(['gap', 'heard']);
    await notifications.close();
    await proxy.stop();
  });

  test('notices a line that went dead without a word', async () => {
    const target = new URL(url);
    const proxy = await TcpProxy.start({ host: target.hostname, port: Number(target.port) });
    target.hostname = '127.0.0.1';
    target.port = String(proxy.port);
    const notifications = new Notifications({ url: target.href, logger, probeMs: 200, probePatienceMs: 300 });
    let gaps = 0;
    notifications.onNotify('test_dead', { onMessage: () => undefined, onGap: () => (gaps += 1) });
    await notifications.start();
    proxy.throttle({ latencyMs: 60_000 });
    await until(() => !notifications.connected);
    proxy.throttle({});
    await until(() => gaps === 1);
    await notifications.close();
    await proxy.stop();
  });

  test('takes constants of the code for channel names, nothing else', () => {
    const notifications = new Notifications({ url, logger });
    expect(() => notifications.onNotify('x"; drop table person; --', { onMessage: () => undefined })).toThrow('Not a channel name');
  });

  test('rejects a start without a database, so that the process says so at once', async () => {
    const nowhere = new Notifications({ url: 'postgres://nobody@127.0.0.1:1/none', logger });
    await expect(nowhere.start()).rejects.toThrow();
  });
});
