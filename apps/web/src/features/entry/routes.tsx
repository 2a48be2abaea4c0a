import type { FeaturePage, FeatureRoutes } from '../../shared/routing/feature-routes.js';

const open = (path: string, title: string, page: FeaturePage['page']): FeaturePage => ({ path, layout: 'public', access: 'public', namespaces: ['entry'], title: `entry:${title}.title`, page });

export const routes: FeatureRoutes = [
  open('/lupa-sandi', 'forgot', () => import('./forgot.page.js')),
  open('/atur-sandi', 'choose', () => import('./choose-password.page.js')),
  open('/kode', 'code', () => import('./code.page.js')),
  open('/daftar', 'register', () => import('./register.page.js')),
  open('/pastikan-surel', 'email', () => import('./confirm-email.page.js')),
];
