import i18next from 'i18next';
import { lazy } from 'react';
import type { Slots } from '../../shared/slots/slots.js';

const texts = () => i18next.loadNamespaces('quizzes');

export const slots: Slots = {
  lessonViews: { quiz: lazy(async () => (await Promise.all([import('./quiz-start.js'), texts()]))[0]) },
  lessonPreviews: { quiz: lazy(async () => (await Promise.all([import('./quiz-preview.js'), texts()]))[0]) },
  lessonEditors: { quiz: lazy(async () => (await Promise.all([import('./quiz-editor.js'), texts()]))[0]) },
};
