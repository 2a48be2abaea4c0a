import { Mails } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/surat', layout: 'staff', access: 'mail.manage', namespaces: ['messages'], title: 'messages:mails.title',
    nav: { group: 'agency', order: 30, icon: Mails, label: 'nav:mails' }, page: () => import('./mails.page.js'),
  },
];
