import type { FeaturePage, FeatureRoutes } from '../shared/routing/feature-routes.js';

/** Every feature joins by having a folder with `routes.tsx`; nothing else has to be told. */
const found = import.meta.glob<{ readonly routes: FeatureRoutes }>('../features/*/routes.tsx', { eager: true });

export const featurePages: readonly FeaturePage[] = Object.values(found).flatMap((module) => module.routes);
