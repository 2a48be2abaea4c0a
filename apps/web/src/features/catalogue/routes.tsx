import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  { path: '/katalog', layout: 'learner', access: 'public', namespaces: ['catalogue'], title: 'catalogue:list.title', page: () => import('./catalogue.page.js') },
  { path: '/pelatihan/:course', layout: 'learner', access: 'public', namespaces: ['catalogue'], title: 'catalogue:course.documentTitle', page: () => import('./course.page.js') },
];
