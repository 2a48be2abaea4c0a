import type { Me, SessionView } from '../shared/session/use-session.js';

/** A learner of the demo, with degrees that must survive as typed. */
export const nurhayati: Me = {
  personId: '0199a2b4-7c00-7000-8000-000000000001',
  name: 'Nurhayati',
  fullName: "Dr. Hj. Nurhayati Ma'ruf, S.Kom., M.Si.",
  sex: 'female',
  employmentKind: 'PNS',
  number: { kind: 'NIP', value: '199011052019032907' },
  post: 'Pranata Komputer Ahli Muda',
  rank: 'Penata, III/c',
  unit: 'Dinas Komunikasi dan Informatika',
  agency: { id: '0199a2b4-7c00-7000-8000-000000000002', name: 'Pemerintah Kota Muara Lestari', shortName: 'Pemkot Muara Lestari' },
  email: 'nurhayati@ml.example',
  timeZone: 'Asia/Makassar',
  roles: ['learner'],
  can: [],
  acting: null,
};

/** The same person with an instructor's permissions. */
export const instructor: Me = { ...nurhayati, roles: ['instructor'], can: ['course.author', 'course.publish', 'media.upload'] };

/** Nobody is signed in, and this is no demo. */
export const nobody: SessionView = { me: null, demo: null };

/** A session of this person. */
export const sessionOf = (me: Me): SessionView => ({ me, demo: null });
