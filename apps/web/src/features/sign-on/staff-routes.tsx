import { DoorOpen } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/masuk-instansi', layout: 'staff', access: 'sign-on.manage', namespaces: ['sign-on'], title: 'sign-on:title',
    nav: { group: 'agency', order: 20, icon: DoorOpen, label: 'nav:signOn' }, page: () => import('./sign-on-settings.page.js'),
  },
];
