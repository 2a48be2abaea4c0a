import { Handshake, KeyRound } from 'lucide-react';
import type { FeaturePage, FeatureRoutes } from '../../shared/routing/feature-routes.js';

const room = { layout: 'staff', access: 'role.read', namespaces: ['access'] } as const satisfies Partial<FeaturePage>;

export const routes: FeatureRoutes = [
  { ...room, path: '/kelola/akses', title: 'access:list.title', nav: { group: 'system', icon: KeyRound, label: 'nav.access' }, page: () => import('./assignments.page.js') },
  { ...room, path: '/kelola/akses/izin', title: 'access:matrix.title', page: () => import('./matrix.page.js') },
  { ...room, path: '/kelola/akses/periksa', title: 'access:explain.title', page: () => import('./explain.page.js') },
  { ...room, access: 'signed-in', path: '/kelola/delegasi', title: 'access:lend.title', nav: { group: 'system', icon: Handshake, label: 'nav.delegation' }, page: () => import('./delegations.page.js') },
];
