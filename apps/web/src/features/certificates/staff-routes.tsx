import { Award } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/sertifikat', layout: 'staff', access: 'certificate.read', namespaces: ['certificates'], title: 'certificates:issued.title',
    nav: { group: 'certificates', icon: Award }, page: () => import('./issued-certificates.page.js'),
  },
  {
    path: '/kelola/sertifikat/pengaturan', layout: 'staff', access: 'certificate.manage', namespaces: ['certificates'], title: 'certificates:settings.title',
    page: () => import('./settings.page.js'),
  },
];
