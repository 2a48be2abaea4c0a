import { Actor } from './actor.js';

const actor = (grants: Actor['grants']) => new Actor('p', 'a', 's', 'city', 'city.office', grants);

describe('Actor', () => {
  it('holds a permission at the organisation of the grant and below, and nowhere else', () => {
    const instructor = actor([{ role: 'instructor', path: 'city.office' }]);
    expect(instructor.can('course.author', 'city.office')).toBe(true);
    expect(instructor.can('course.author', 'city.office.team')).toBe(true);
    expect(instructor.can('course.author', 'city')).toBe(false);
    expect(instructor.can('course.author', 'city.office2')).toBe(false);
    expect(instructor.can('certificate.revoke', 'city.office')).toBe(false);
  });

  it('lists the places of a permission', () => {
    const admin = actor([
      { role: 'agency_admin', path: 'city' },
      { role: 'instructor', path: 'other.office' },
    ]);
    expect(admin.scope('course.author').paths).toEqual(['city', 'other.office']);
    expect(admin.scope('certificate.revoke').paths).toEqual(['city']);
    expect(admin.scope('team.read').paths).toEqual([]);
  });

  it('lets a platform admin act in every agency', () => {
    expect(actor([{ role: 'platform_admin', path: '' }]).can('system.read', 'anywhere.else')).toBe(true);
  });

  it('tells its own agency from a foreign one', () => {
    expect(actor([]).sharesAgencyWith('city.office3')).toBe(true);
    expect(actor([]).sharesAgencyWith('citysomething')).toBe(false);
  });
});
