import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  { path: '/jp', layout: 'learner', access: 'signed-in', namespaces: ['ledger'], title: 'ledger:mine.title', page: () => import('./my-ledger.page.js') },
];
