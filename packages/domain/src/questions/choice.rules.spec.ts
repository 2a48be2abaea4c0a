import type { QuestionForAuthor } from '@pamong/contract/questions';
import { choiceFaults, choiceForLearner, multipleFraction, singleFraction } from './choice.rules.js';

const question = (kind: 'single' | 'multiple', right: string): QuestionForAuthor => ({
  id: 'q',
  kind,
  text: 'Which?',
  points: 1,
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Option ${id}`, right: right.includes(id) })),
  explanation: 'Because.',
});

describe('single choice', () => {
  it.each([
    [['a'], 1],
    [['b'], 0],
    [[], 0],
    [['a', 'b'], 0],
  ])('choosing %j earns %d', (choice, earned) => {
    expect(singleFraction(question('single', 'a'), choice)).toBe(earned);
  });
});

describe('multiple choice: (right - wrong) / number right, not below 0', () => {
  it.each([
    [['a', 'b'], 1],
    [['a'], 0.5],
    [['a', 'c'], 0],
    [['a', 'b', 'c'], 0.5],
    [['a', 'b', 'c', 'd'], 0],
    [['c', 'd'], 0],
    [[], 0],
    [['a', 'a'], 0.5],
  ])('choosing %j of the right a and b earns %d', (choice, earned) => {
    expect(multipleFraction(question('multiple', 'ab'), choice)).toBe(earned);
  });
});

describe('choiceFaults', () => {
  it('finds a missing key, an ambiguous key and options alike', () => {
    expect(choiceFaults(question('single', ''), true)).toEqual(['KEY_MISSING']);
    expect(choiceFaults(question('single', 'ab'), true)).toEqual(['KEY_AMBIGUOUS']);
    expect(choiceFaults(question('multiple', 'ab'), false)).toEqual([]);
    const alike = question('single', 'a');
    expect(choiceFaults({ ...alike, options: alike.options.map((option) => ({ ...option, text: ' Same ' })) }, true)).toEqual(['OPTIONS_ALIKE']);
  });
});

describe('choiceForLearner', () => {
  it('carries neither key nor explanation, in the order asked for', () => {
    const seen = choiceForLearner(question('single', 'a'), ['d', 'a']);
    expect(seen.options.map((option) => option.id)).toEqual(['d', 'a']);
    expect(JSON.stringify(seen)).not.toMatch(/right|Because/);
  });
});
