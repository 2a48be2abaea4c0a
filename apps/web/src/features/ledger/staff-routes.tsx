import { UsersRound } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/tim', layout: 'staff', access: 'team.read', namespaces: ['ledger'], title: 'ledger:team.title',
    nav: { group: 'team', icon: UsersRound }, page: () => import('./team.page.js'),
  },
];
