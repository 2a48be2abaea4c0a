import { Award, BookOpen, Trash2, Users } from 'lucide-react';
import type { FeaturePage } from '../../shared/routing/feature-routes.js';
import { currentRoom } from './current-room.js';
import { learnerRooms } from './learner-rooms.js';
import { staffRoomGroups } from './staff-rooms.js';

const page = (path: string, more: Partial<FeaturePage> = {}): FeaturePage => ({
  path, layout: 'staff', access: 'signed-in', namespaces: [], title: 'core:nav.home', page: () => Promise.reject(new Error('not opened here')), ...more,
});

const pages = [
  page('/sertifikat', { layout: 'learner' }),
  page('/beranda', { layout: 'learner' }),
  page('/kelola/tim', { access: 'team.read', nav: { group: 'people', order: 30, icon: Users, label: 'nav:team' } }),
  page('/kelola/sertifikat', { access: 'certificate.read', nav: { group: 'certificates', order: 10, icon: Award, label: 'nav:issued' } }),
  page('/kelola/pelatihan/sampah', { access: 'course.author', nav: { group: 'courses', order: 90, icon: Trash2, label: 'nav:bin' } }),
  page('/kelola/pelatihan', { access: 'course.author', nav: { group: 'courses', order: 10, icon: BookOpen, label: 'nav:courses' } }),
  page('/kelola/pelatihan/:courseId', { access: 'course.author' }),
];

it("shows those of the learner's five rooms that exist, home first", () => {
  expect(learnerRooms(pages).map((room) => room.path)).toEqual(['/beranda', '/sertifikat']);
});

it('shows staff the rooms they may enter, in groups by task, each in its own order', () => {
  const groups = staffRoomGroups(pages, (permission) => permission !== 'certificate.read');
  expect(groups.map(({ group, rooms }) => [group, rooms.map((room) => room.path)])).toEqual([
    ['courses', ['/kelola/pelatihan', '/kelola/pelatihan/sampah']],
    ['people', ['/kelola/tim']],
  ]);
});

it('shows nothing to who may enter nothing', () => {
  expect(staffRoomGroups(pages, () => false)).toEqual([]);
});

it('is in the room whose path is the longest, also where one room lies below another', () => {
  const rooms = ['/kelola/pegawai', '/kelola/pegawai/impor', '/kelola/unit'];
  expect(currentRoom(rooms, '/kelola/pegawai/impor/42')).toBe('/kelola/pegawai/impor');
  expect(currentRoom(rooms, '/kelola/pegawai/42')).toBe('/kelola/pegawai');
  expect(currentRoom(rooms, '/kelola/unitlain')).toBeUndefined();
});
