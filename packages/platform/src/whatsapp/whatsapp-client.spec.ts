import { WhatsAppCatcher } from '../testing/whatsapp-gateway.js';
import { WhatsAppClient, WhatsAppFailure } from './whatsapp-client.js';

let catcher: WhatsAppCatcher;
beforeAll(async () => {
  catcher = await WhatsAppCatcher.start();
});
afterAll(() => catcher.stop());
afterEach(() => catcher.refuse());

const failure = (sending: Promise<string>): Promise<WhatsAppFailure> => sending.then(() => Promise.reject(new Error('it was sent')), (error: unknown) => (error instanceof WhatsAppFailure ? error : Promise.reject(error as Error)));

it('sends a template as the Cloud API documents it', async () => {
  const id = await new WhatsAppClient(catcher.settings).sendCode('+6281234567890', '042917', 'id');
  expect(id).toMatch(/^wamid\./);
  expect(catcher.codes.at(-1)).toEqual({ to: '6281234567890', code: '042917', language: 'id' });
});

it('says what the gateway said, and whether trying again may help', async () => {
  const client = new WhatsAppClient(catcher.settings);
  expect(await failure(new WhatsAppClient({ ...catcher.settings, token: 'old' }).sendCode('+6281234567890', '1', 'id'))).toMatchObject({ status: 401, code: 190, passing: false });
  expect(await failure(new WhatsAppClient({ ...catcher.settings, codeTemplate: 'none' }).sendCode('+6281234567890', '1', 'id'))).toMatchObject({ code: 132_001, passing: false });
  catcher.refuse({ status: 400, code: 131_056, message: '(Business Account, Consumer Account) pair rate limit hit' });
  expect(await failure(client.sendCode('+6281234567890', '1', 'id'))).toMatchObject({ passing: true, message: expect.stringContaining('rate limit') });
  catcher.refuse({ status: 503, code: 2, message: 'Service temporarily unavailable' });
  expect(await failure(client.sendCode('+6281234567890', '1', 'id'))).toMatchObject({ status: 503, passing: true });
});

it('fails in passing where nobody answers, and for good where there is no gateway', async () => {
  const gone = await WhatsAppCatcher.start();
  await gone.stop();
  expect(await failure(new WhatsAppClient(gone.settings).sendCode('+6281234567890', '1', 'id'))).toMatchObject({ status: 0, passing: true });
  expect(new WhatsAppClient(null).enabled).toBe(false);
});
