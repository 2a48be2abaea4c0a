import { lazy } from 'react';
import type { Slots } from '../../shared/slots/slots.js';

export const slots: Slots = { lessonEditors: { text: lazy(() => import('./text-editor/text-editor.js')), link: lazy(() => import('./link-editor.js')) } };
