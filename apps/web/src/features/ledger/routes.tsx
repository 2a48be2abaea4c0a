import { UsersRound } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  { path: '/jp', layout: 'learner', access: 'signed-in', namespaces: ['ledger'], title: 'ledger:mine.title', page: () => import('./my-ledger.page.js') },
  {
    path: '/kelola/tim', layout: 'staff', access: 'team.read', namespaces: ['ledger'], title: 'ledger:team.title',
    nav: { group: 'team', icon: UsersRound }, page: () => import('./team.page.js'),
  },
];
