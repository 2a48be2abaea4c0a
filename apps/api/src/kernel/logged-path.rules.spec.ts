import { loggedPath } from './logged-path.js';

const id = '0199a2b4-7c00-7000-8000-000000000011';

test.each([
  ['/api/verification/7KQ2-MX9D-4TFH', '/api/verification/:code', { code: '7KQ2-MX9D-4TFH' }, '/api/verification/:code'],
  ['/api/media-files/eyJ0b2tlbiI.sig/240/3.ts', '/api/media-files/:token/*', { token: 'eyJ0b2tlbiI.sig', '*': '240/3.ts' }, '/api/media-files/:token/*'],
  [`/api/courses/${id}?q=rahasia`, '/api/courses/:courseId', { courseId: id }, `/api/courses/${id}`],
  ['/api/session', '/api/session', {}, '/api/session'],
  ['/assets/index-a1.js', '/assets/index-a1.js', {}, '/assets/index-a1.js'],
  ['/v/7KQ2-MX9D-4TFH', '/*', {}, '/v/…'],
  ['/v/abcd-efgh-jkmn', '/*', {}, '/v/…'],
  [`/kelola/pelatihan/${id}/materi`, '/*', {}, `/kelola/…/${id}/…`],
  ['/', '/*', {}, '/'],
  ['/katalog?q=nama+orang', '/*', {}, '/katalog'],
  ['/7KQ2-MX9D-4TFH', undefined, undefined, '/…'],
  ['/api/nothing/7KQ2-MX9D-4TFH', undefined, {}, '/api/…/…'],
])('%s is logged without what may be secret', (url, template, params, logged) => {
  expect(loggedPath(url, template, params)).toBe(logged);
});
