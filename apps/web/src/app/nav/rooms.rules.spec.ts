import { Award, BookOpen, Users } from 'lucide-react';
import type { FeaturePage } from '../../shared/routing/feature-routes.js';
import { currentRoom } from './current-room.js';
import { learnerRooms } from './learner-rooms.js';
import { staffRooms } from './staff-rooms.js';

const page = (path: string, more: Partial<FeaturePage> = {}): FeaturePage => ({
  path, layout: 'staff', access: 'signed-in', namespaces: [], title: 'core:nav.home', page: () => Promise.reject(new Error('not opened here')), ...more,
});

const pages = [
  page('/sertifikat', { layout: 'learner' }),
  page('/beranda', { layout: 'learner' }),
  page('/kelola/tim', { access: 'team.read', nav: { group: 'team', icon: Users } }),
  page('/kelola/sertifikat', { access: 'certificate.read', nav: { group: 'certificates', icon: Award } }),
  page('/kelola/pelatihan', { access: 'course.author', nav: { group: 'courses', icon: BookOpen } }),
  page('/kelola/pelatihan/:courseId', { access: 'course.author' }),
];

it("shows those of the learner's five rooms that exist, home first", () => {
  expect(learnerRooms(pages).map((room) => room.path)).toEqual(['/beranda', '/sertifikat']);
});

it('shows staff the rooms they may enter, in the order of tasks', () => {
  const rooms = staffRooms(pages, (permission) => permission !== 'certificate.read');
  expect(rooms.map((room) => [room.path, room.label])).toEqual([
    ['/kelola/pelatihan', 'nav.groups.courses'],
    ['/kelola/tim', 'nav.groups.team'],
  ]);
});

it('shows nothing to who may enter nothing', () => {
  expect(staffRooms(pages, () => false)).toEqual([]);
});

it('is in the room whose path is the longest, also where one room lies below another', () => {
  const rooms = ['/kelola/pegawai', '/kelola/pegawai/impor', '/kelola/unit'];
  expect(currentRoom(rooms, '/kelola/pegawai/impor/42')).toBe('/kelola/pegawai/impor');
  expect(currentRoom(rooms, '/kelola/pegawai/42')).toBe('/kelola/pegawai');
  expect(currentRoom(rooms, '/kelola/unitlain')).toBeUndefined();
});
