import { Handshake, KeyRound } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/akses', layout: 'staff', access: 'role.read', namespaces: ['access'], title: 'access:list.title',
    nav: { group: 'access', order: 20, icon: KeyRound, label: 'nav:roles' }, page: () => import('./assignments.page.js'),
  },
  { path: '/kelola/akses/izin', layout: 'staff', access: 'role.read', namespaces: ['access'], title: 'access:matrix.title', page: () => import('./matrix.page.js') },
  { path: '/kelola/akses/periksa', layout: 'staff', access: 'role.read', namespaces: ['access'], title: 'access:explain.title', page: () => import('./explain.page.js') },
  {
    path: '/kelola/delegasi', layout: 'staff', access: 'signed-in', namespaces: ['access'], title: 'access:lend.title',
    nav: { group: 'access', order: 30, icon: Handshake, label: 'nav:delegation' }, page: () => import('./delegations.page.js'),
  },
];
