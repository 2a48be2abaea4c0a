import { Network } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

const page = () => import('./units.page.js');
const shared = { layout: 'staff', access: 'unit.read', namespaces: ['organisations'], title: 'organisations:title', page } as const;

export const routes: FeatureRoutes = [
  { path: '/kelola/unit', nav: { group: 'people', order: 20, icon: Network, label: 'nav:units' }, ...shared },
  { path: '/kelola/unit/:organisationId', ...shared },
];
