import { lazy } from 'react';
import type { Slots } from '../../shared/slots/slots.js';

export const slots: Slots = {
  lessonViews: { video: lazy(() => import('./video-view.js')) },
  lessonPreviews: { video: lazy(() => import('./video-preview.js')) },
  lessonEditors: { video: lazy(() => import('./editor/video-editor.js')) },
};
