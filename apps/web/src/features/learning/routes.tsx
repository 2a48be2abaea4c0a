import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

const namespaces = ['learning'];

export const routes: FeatureRoutes = [
  { path: '/belajar', layout: 'learner', access: 'signed-in', namespaces, title: 'learning:mine.title', page: () => import('./my-courses.page.js') },
  { path: '/belajar/:courseId', layout: 'focus', access: 'signed-in', namespaces, title: 'learning:player.title', page: () => import('./overview.page.js') },
  { path: '/belajar/:courseId/materi/:lessonId', layout: 'focus', access: 'signed-in', namespaces, title: 'learning:player.title', page: () => import('./lesson.page.js') },
  { path: '/belajar/:courseId/evaluasi', layout: 'focus', access: 'signed-in', namespaces, title: 'learning:evaluation.title', page: () => import('./evaluation.page.js') },
];
