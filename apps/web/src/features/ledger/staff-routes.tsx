import { UsersRound } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/tim', layout: 'staff', access: 'team.read', namespaces: ['ledger'], title: 'ledger:team.title',
    nav: { group: 'people', order: 30, icon: UsersRound, label: 'nav:team' }, page: () => import('./team.page.js'),
  },
];
