import type { Permission } from '@pamong/contract/permissions';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

/** Frames a page can stand in. `focus` has only a way back and the page itself: the course player, a running quiz. */
export type Layout = 'public' | 'learner' | 'staff' | 'focus';

/** Left navigation of the staff room, by task, in this order. */
export const STAFF_GROUPS = ['courses', 'questions', 'webinars', 'batches', 'grading', 'certificates', 'team', 'people', 'reports', 'system'] as const;
export type StaffGroup = (typeof STAFF_GROUPS)[number];

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
  /** Present: the page is a room of the staff's left navigation. `label` is a key of `core`; the group's name unless given. */
  readonly nav?: { readonly group: StaffGroup; readonly icon: LucideIcon; readonly label?: string };
}

/**
 * What `src/features/<feature>/routes.tsx` exports as `routes`, and `staff-routes.tsx` for pages below `/kelola`. Keep the first tiny: it is
 * part of the first load.
 */
export type FeatureRoutes = readonly FeaturePage[];
