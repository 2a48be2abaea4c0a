import { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { MessagesService } from './messages.service.js';

describe('messages', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
  });
  afterAll(() => bed.close());

  it('is one message in the inbox however often it is delivered, unread until read', async () => {
    const personId = await somePerson(bed);
    const messages = bed.get(MessagesService);
    const deliver = () => bed.db.tx((tx) => messages.deliver(tx, { personId, kind: 'tests.done', params: { course: 'AI-101' }, link: '/sertifikat/7', naturalKey: 'one' }));
    await deliver();
    await deliver();
    const { items, unread } = await messages.list(personId, 1, 20);
    expect(items).toMatchObject([{ kind: 'tests.done', params: { course: 'AI-101' }, link: '/sertifikat/7', readAt: null }]);
    expect(unread).toBe(1);
    await messages.markRead(personId, undefined);
    expect((await messages.list(personId, 1, 20)).unread).toBe(0);
  });
});
