import { kindOf, looksLikeTest } from './test-files.js';

describe('the kind of a test', () => {
  test.each([
    ['packages/domain/src/quizzes/grading.rules.spec.ts', 'rules'],
    ['packages/domain/src/quizzes/quizzes.spec.ts', 'service'],
    ['apps/api/src/quizzes/quizzes.http.spec.ts', 'http'],
    ['apps/worker/src/quizzes/quizzes.job.spec.ts', 'job'],
    ['apps/web/src/features/quizzes/quiz.page.spec.tsx', 'web'],
    ['apps/web/e2e/take-quiz.e2e.ts', 'e2e'],
    ['apps/cli/house/walls.house.ts', 'house'],
    ['apps/cli/proof/certificates.proof.ts', 'proof'],
  ])('%s is %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  test.each(['apps/web/src/quiz.spec.tsx', 'packages/domain/src/quizzes.http.spec.ts', 'apps/cli/house/walls.spec.ts', 'apps/api/src/a.test.ts'])(
    '%s looks like a test, but no project runs it',
    (path) => {
      expect(looksLikeTest(path)).toBe(true);
      expect(kindOf(path)).toBeNull();
    },
  );
});
