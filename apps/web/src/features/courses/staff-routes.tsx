import { BookOpen, Trash2 } from 'lucide-react';
import type { FeatureRoutes } from '../../shared/routing/feature-routes.js';

export const routes: FeatureRoutes = [
  {
    path: '/kelola/pelatihan', layout: 'staff', access: 'course.author', namespaces: ['courses'], title: 'courses:list.title',
    page: () => import('./courses.page.js'), nav: { group: 'courses', order: 10, icon: BookOpen, label: 'nav:courses' },
  },
  // Whoever teaches a course may edit it without holding a role, so these pages leave the decision to the API.
  { path: '/kelola/pelatihan/:courseId', layout: 'staff', access: 'signed-in', namespaces: ['courses'], title: 'courses:editor.title', page: () => import('./course-editor.page.js') },
  {
    path: '/kelola/pelatihan/:courseId/materi/:lessonId', layout: 'staff', access: 'signed-in', namespaces: ['courses'], title: 'courses:lesson.title',
    page: () => import('./lesson-editor.page.js'),
  },
  {
    path: '/kelola/pelatihan/:courseId/materi/:lessonId/riwayat', layout: 'staff', access: 'signed-in', namespaces: ['courses'], title: 'courses:history.title',
    page: () => import('./history.page.js'),
  },
  {
    path: '/kelola/tempat-sampah', layout: 'staff', access: 'course.author', namespaces: ['courses'], title: 'courses:bin.title',
    page: () => import('./bin.page.js'), nav: { group: 'courses', order: 90, icon: Trash2, label: 'nav:bin' },
  },
  { path: '/kelola/pelatihan/:courseId/pratinjau', layout: 'focus', access: 'signed-in', namespaces: ['courses'], title: 'courses:preview.title', page: () => import('./preview.page.js') },
  {
    path: '/kelola/pelatihan/:courseId/pratinjau/:lessonId', layout: 'focus', access: 'signed-in', namespaces: ['courses'], title: 'courses:preview.title',
    page: () => import('./preview.page.js'),
  },
];
