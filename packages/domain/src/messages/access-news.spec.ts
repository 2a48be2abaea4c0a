import { roleGranted } from '../access/access.jobs.js';
import { Actor } from '../access/actor.js';
import { RoleAssignmentsService } from '../access/role-assignments.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { AccessNews } from './access-news.js';
import { MessagesService } from './messages.service.js';

describe('news of rights', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
  });

  afterAll(() => bed.close());

  const inbox = async (personId: string) => (await bed.get(MessagesService).list(personId, 1, 10)).items;

  it('tells whoever was given a role where it counts, once however often the event comes', async () => {
    const { agencyId, unitId, path } = await someAgency(bed);
    const adminId = await somePerson(bed, { organisationId: unitId });
    const personId = await somePerson(bed, { organisationId: unitId });
    const admin = new Actor(adminId, '', '', agencyId, path, [{ role: 'agency_admin', path: path.split('.')[0] ?? '' }]);
    const { id } = await bed.get(RoleAssignmentsService).grant(admin, unitId, { personId, role: 'leader' });
    expect(await bed.outbox(roleGranted.name, id)).toEqual([{ assignmentId: id }]);
    await bed.get(AccessNews).tellRole(id);
    await bed.get(AccessNews).tellRole(id);
    expect(await inbox(personId)).toMatchObject([{ kind: 'access.role-granted', params: { place: 'Dinas Kesehatan' }, link: '/kelola' }]);
    await expect(bed.get(AccessNews).tellRole(adminId)).resolves.toBeUndefined();
  });
});
