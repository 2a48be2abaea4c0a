import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  { path: '/', layout: 'public', access: 'public', namespaces: ['landing'], title: 'landing:documentTitle', page: () => import('./landing.page.js') },
];
