import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  { path: '/beranda', layout: 'learner', access: 'signed-in', namespaces: ['home'], title: 'home:title', page: () => import('./home.page.js') },
  { path: '/pesan', layout: 'learner', access: 'signed-in', namespaces: ['home'], title: 'home:inbox.title', page: () => import('./inbox.page.js') },
];
