import { FileUp } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

const room = { layout: 'staff', access: 'person.import', namespaces: ['imports'], title: 'imports:title' } as const;

export const routes: FeatureRoutes = [
  { ...room, path: '/kelola/pegawai/impor', nav: { group: 'people', order: 40, icon: FileUp, label: 'nav:imports' }, page: () => import('./imports.page.js') },
  { ...room, path: '/kelola/pegawai/impor/:batchId', page: () => import('./import.page.js') },
];
