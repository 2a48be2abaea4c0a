import { Award, Settings2 } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/sertifikat', layout: 'staff', access: 'certificate.read', namespaces: ['certificates'], title: 'certificates:issued.title',
    nav: { group: 'certificates', order: 10, icon: Award, label: 'nav:issued' }, page: () => import('./issued-certificates.page.js'),
  },
  {
    path: '/kelola/sertifikat/pengaturan', layout: 'staff', access: 'certificate.manage', namespaces: ['certificates'], title: 'certificates:settings.title',
    nav: { group: 'certificates', order: 90, icon: Settings2, label: 'nav:certificateSettings' }, page: () => import('./settings.page.js'),
  },
];
