import { Palette } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/tampilan', layout: 'staff', access: 'agency.manage', namespaces: ['setup'], title: 'setup:look.title',
    nav: { group: 'agency', order: 10, icon: Palette, label: 'nav:look' }, page: () => import('./look.page.js'),
  },
];
