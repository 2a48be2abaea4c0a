import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/belajar/:courseId/materi/:lessonId/kuis/:attemptId', layout: 'focus', access: 'signed-in',
    namespaces: ['quizzes'], title: 'quizzes:title', page: () => import('./attempt.page.js'),
  },
];
