import { Award, BookOpen, House, LibraryBig, UserRound, type LucideIcon } from 'lucide-react';
import type { FeaturePage } from '../../shared/routing/feature-routes.js';

export interface LearnerRoom {
  readonly path: string;
  readonly label: 'nav.home' | 'nav.catalogue' | 'nav.learning' | 'nav.certificates' | 'nav.profile';
  readonly icon: LucideIcon;
}

const ROOMS: readonly LearnerRoom[] = [
  { path: '/beranda', label: 'nav.home', icon: House },
  { path: '/katalog', label: 'nav.catalogue', icon: LibraryBig },
  { path: '/belajar', label: 'nav.learning', icon: BookOpen },
  { path: '/sertifikat', label: 'nav.certificates', icon: Award },
  { path: '/profil', label: 'nav.profile', icon: UserRound },
];

/** The learner's five rooms, those of them that exist. */
export function learnerRooms(pages: readonly FeaturePage[]): readonly LearnerRoom[] {
  const paths = new Set(pages.map((page) => page.path));
  return ROOMS.filter((room) => paths.has(room.path));
}
