import { lazy } from 'react';
import type { Slots } from '../../shared/slots/slots.js';

export const slots: Slots = {
  lessonViews: { text: lazy(() => import('./text-view.js')), link: lazy(() => import('./link-view.js')) },
  lessonPreviews: { link: lazy(() => import('./link-view.js')) },
  courseAction: lazy(() => import('./course-action.js')),
};
