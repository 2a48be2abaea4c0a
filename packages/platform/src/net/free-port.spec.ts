import { createServer, type Server } from 'node:net';
import { canListen, freePort, nextFreePort } from './free-port.js';

describe('ports', () => {
  let server: Server;
  let taken: number;

  beforeAll(async () => {
    taken = await freePort();
    server = createServer();
    await new Promise<void>((done) => server.listen(taken, '127.0.0.1', done));
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it('tells a taken port from a free one', async () => {
    expect(await canListen(taken)).toBe(false);
    expect(await canListen(await freePort())).toBe(true);
  });

  it('names the next port on which it could listen', async () => {
    const next = await nextFreePort(taken);
    expect(next).toBeGreaterThan(taken);
    expect(await canListen(next ?? 0)).toBe(true);
  });

  it('counts a port as taken for every interface when it is taken on one', async () => {
    expect(await canListen(taken, '0.0.0.0')).toBe(false);
  });
});
