import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson, someStaffNumber } from '../testing/factories.js';
import { Actor } from './actor.js';
import { MeService } from './me.service.js';

describe('who I am', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
  });

  afterAll(() => bed.close());

  it('is name, number, rank, post, unit and agency as documents print them, in one statement', async () => {
    const place = await someAgency(bed);
    const staffNumber = someStaffNumber();
    const personId = await somePerson(bed, { organisationId: place.unitId, staffNumber, titleBefore: 'dr.', rankCode: 'III/c', rankName: 'Penata' });
    const actor = new Actor(personId, personId, personId, place.agencyId, place.path, [{ role: 'supervisor', path: place.path }]);
    const query = jest.spyOn(bed.db, 'query');
    expect(await bed.get(MeService).describe(actor)).toMatchObject({
      personId, name: 'Nurhayati', fullName: 'dr. Nurhayati, S.Kep., Ns.', employmentKind: 'PNS', number: { kind: 'NIP', value: staffNumber },
      rank: 'Penata (III/c)', post: 'Perawat Ahli Muda', unit: 'Dinas Kesehatan', agency: { id: place.agencyId }, roles: ['supervisor'], can: ['team.read'],
    });
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });
});
