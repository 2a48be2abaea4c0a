import type { FeaturePage, FeatureRoutes } from '../shared/routing/feature-routes.js';

/** Every feature's pages below `/kelola`, from its `staff-routes.tsx`. Fetched with the first of them, so that learners do not carry them. */
const found = import.meta.glob<{ readonly routes: FeatureRoutes }>('../features/*/staff-routes.tsx', { eager: true });

export const staffPages: readonly FeaturePage[] = Object.values(found).flatMap((module) => module.routes);
