import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  { path: '/sertifikat', layout: 'learner', access: 'signed-in', namespaces: ['certificates'], title: 'certificates:mine.title', page: () => import('./my-certificates.page.js') },
  { path: '/sertifikat/:certificateId', layout: 'learner', access: 'signed-in', namespaces: ['certificates'], title: 'certificates:one.title', page: () => import('./certificate.page.js') },
  { path: '/v', layout: 'public', access: 'public', namespaces: ['certificates'], title: 'certificates:verify.title', page: () => import('./verify-code.page.js') },
  { path: '/v/:code', layout: 'public', access: 'public', namespaces: ['certificates'], title: 'certificates:verify.title', page: () => import('./verify.page.js') },
];
