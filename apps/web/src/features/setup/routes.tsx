import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  { path: '/mulai', layout: 'public', access: 'public', namespaces: ['setup'], title: 'setup:title', page: () => import('./setup.page.js') },
];
