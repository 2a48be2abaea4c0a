import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  { path: '/masuk', layout: 'public', access: 'public', namespaces: ['accounts', 'errors'], title: 'accounts:signIn.title', page: () => import('./sign-in.page.js') },
  { path: '/profil', layout: 'learner', access: 'signed-in', namespaces: ['accounts'], title: 'accounts:profile.title', page: () => import('./profile.page.js') },
];
