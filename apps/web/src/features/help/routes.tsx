import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  { path: '/bantuan', layout: 'public', access: 'public', namespaces: ['help'], title: 'help:title', page: () => import('./help.page.js') },
];
