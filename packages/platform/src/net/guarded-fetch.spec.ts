import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardedFetch } from './guarded-fetch.js';

describe('asking an address that somebody typed', () => {
  let server: Server;
  let base: string;
  let asked = 0;

  beforeAll(async () => {
    server = createServer((request, answer) => {
      asked += 1;
      if (request.url === '/long') answer.end('x'.repeat(2000));
      else if (request.url === '/never') return;
      else if (request.url === '/away') answer.writeHead(302, { location: 'http://127.0.0.1/other' }).end();
      else {
        let body = '';
        request.on('data', (chunk) => (body += chunk)).on('end', () => answer.writeHead(201, { 'x-type': request.headers['content-type'] ?? '' }).end(`${request.method} ${body}`));
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const limits = { timeoutMs: 300, mostBytes: 1000 };
  const open = guardedFetch({ ...limits, privateNetwork: true });
  const strict = guardedFetch({ ...limits, privateNetwork: false });

  it('sends and reads like fetch, and follows no redirect', async () => {
    const answer = await open(`${base}/`, { method: 'POST', body: new URLSearchParams({ a: 'b c' }) });
    expect([answer.status, answer.headers.get('x-type'), await answer.text()]).toEqual([201, 'application/x-www-form-urlencoded;charset=UTF-8', 'POST a=b+c']);
    expect((await open(`${base}/away`)).status).toBe(302);
  });

  it('gives up on answers without end', async () => {
    await expect(open(`${base}/long`)).rejects.toThrow('longer than 1000');
    await expect(open(`${base}/never`)).rejects.toThrow(/timeout|abort/i);
  });

  it.each(['https://127.0.0.1/', 'https://10.0.0.8/', 'https://[::1]/', 'https://192.168.4.4/', 'https://169.254.169.254/', 'https://localhost/', 'https://[::ffff:7f00:1]/', 'http://203.0.113.7/', 'ftp://203.0.113.7/'])(
    'does not ask %s',
    async (address) => {
      await expect(strict(address)).rejects.toMatchObject({ name: 'ForbiddenAddress' });
    },
  );

  it.each(['http://10.0.0.8/', 'https://169.254.169.254/', 'https://[fe80::1]/', 'https://[::ffff:169.254.169.254]/', 'https://[64:ff9b::169.254.169.254]/', 'https://[fd00:ec2::254]/', 'https://100.100.100.200/'])('does not ask %s even where private networks may be asked', async (address) => {
    await expect(open(address)).rejects.toMatchObject({ name: 'ForbiddenAddress' });
  });

  it('looks at the address behind a name before anything is sent', async () => {
    const before = asked;
    await expect(strict(base.replace('http://127.0.0.1', 'https://localhost'))).rejects.toMatchObject({ name: 'ForbiddenAddress' });
    expect(asked).toBe(before);
  });
});
