import { ArrowLeftRight, Users } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

const room = { layout: 'staff', access: 'person.read', namespaces: ['people'] } as const;

export const routes: FeatureRoutes = [
  { ...room, path: '/kelola/pegawai', title: 'people:list.title', nav: { group: 'people', order: 10, icon: Users, label: 'nav:people' }, page: () => import('./people.page.js') },
  { ...room, path: '/kelola/pegawai/:personId', title: 'people:person.title', page: () => import('./person.page.js') },
  { ...room, path: '/kelola/pegawai/:personId/gabung', access: 'person.manage', title: 'people:merge.title', page: () => import('./merge.page.js') },
  {
    ...room, path: '/kelola/perpindahan', access: 'person.manage', title: 'people:transfers.title',
    nav: { group: 'people', order: 50, icon: ArrowLeftRight, label: 'nav:transfers' }, page: () => import('./transfers.page.js'),
  },
];
