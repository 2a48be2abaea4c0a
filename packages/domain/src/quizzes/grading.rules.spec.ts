import type { QuestionForAuthor } from '@pamong/contract/questions';
import { grade } from './grading.rules.js';

const question = (id: string, points: number): QuestionForAuthor => ({ id, kind: 'single', text: 'Which?', points, options: [], explanation: '' });
const allOrNothing = (_: QuestionForAuthor, choice: readonly string[]) => (choice[0] === 'right' ? 1 : 0);

describe('grade', () => {
  it('weighs questions by their points and rounds to two decimals', () => {
    const questions = [question('a', 1), question('b', 2), question('c', 4)];
    const answers = new Map([
      ['a', ['right']],
      ['c', ['right']],
    ]);
    expect(grade(questions, answers, 70, allOrNothing)).toEqual({
      score: 71.43,
      passed: true,
      questions: [
        { questionId: 'a', earned: 1 },
        { questionId: 'b', earned: 0 },
        { questionId: 'c', earned: 4 },
      ],
    });
  });

  it('passes at the pass mark exactly and not below', () => {
    const ten = Array.from({ length: 10 }, (_, index) => question(`q${index}`, 1));
    const right = (count: number) => new Map(ten.slice(0, count).map(({ id }) => [id, ['right']]));
    expect(grade(ten, right(7), 70, allOrNothing).passed).toBe(true);
    expect(grade(ten, right(6), 70, allOrNothing).passed).toBe(false);
  });

  it('gives 0 for an empty paper', () => {
    expect(grade([], new Map(), 70, allOrNothing)).toEqual({ score: 0, passed: false, questions: [] });
  });
});
