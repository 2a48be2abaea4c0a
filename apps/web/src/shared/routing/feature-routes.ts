import type { Permission } from '@pamong/contract/permissions';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

/** Frames a page can stand in. `focus` has only a way back and the page itself: the course player, a running quiz. */
export type Layout = 'public' | 'learner' | 'staff' | 'focus';

/** Groups of the staff's left navigation, in this order; each has its heading in `shared/locales/nav.*.json`. A group without rooms is not shown. */
export const STAFF_GROUPS = ['courses', 'certificates', 'people', 'access', 'agency', 'reports', 'system'] as const;
export type StaffGroup = (typeof STAFF_GROUPS)[number];

/** A page's place in the staff's left navigation. */
export interface StaffNav {
  readonly group: StaffGroup;
  /** Place in the group, small first, in steps of ten so that others fit between. Settings and bins come last: 90. */
  readonly order: number;
  readonly icon: LucideIcon;
  /** Key of the feature's own `locales/nav.{id,en}.json`, which are joined to the namespace `nav`: `nav:units`. */
  readonly label: `nav:${string}`;
}

export interface FeaturePage {
  /** Indonesian and short, from the root: `/katalog/:courseId`. */
  readonly path: string;
  readonly layout: Layout;
  /** `public`: anyone. `signed-in`: others are led to the login and back here. A permission: without it the page says whom to ask. */
  readonly access: 'public' | 'signed-in' | Permission;
  /** Locale files that the page needs, by feature name. `core` is always there. */
  readonly namespaces: readonly string[];
  /** i18n key of the document's title, `catalogue:title`; a page may set a better one with `usePageTitle`. */
  readonly title: string;
  /** The page's own chunk; it exports the page as default. */
  readonly page: () => Promise<{ readonly default: ComponentType }>;
  /** Present: the page is a room of the staff's left navigation. */
  readonly nav?: StaffNav;
}

/**
 * What `src/features/<feature>/routes.tsx` exports as `routes`, and `staff-routes.tsx` for pages below `/kelola`. Keep the first tiny: it is
 * part of the first load.
 */
export type FeatureRoutes = readonly FeaturePage[];
