import { UserCheck } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/akun', layout: 'staff', access: 'account.activate', namespaces: ['entry'], title: 'entry:accounts.title',
    nav: { group: 'access', order: 10, icon: UserCheck, label: 'nav:accounts' }, page: () => import('./accounts.page.js'),
  },
];
