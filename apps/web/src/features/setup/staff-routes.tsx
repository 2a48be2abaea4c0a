import { Palette } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/tampilan', layout: 'staff', access: 'agency.manage', namespaces: ['setup'], title: 'setup:look.title',
    nav: { group: 'system', icon: Palette, label: 'nav.look' }, page: () => import('./look.page.js'),
  },
];
