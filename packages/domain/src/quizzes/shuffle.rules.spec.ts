import { drawOrder, shuffled } from './shuffle.rules.js';

const items = Array.from({ length: 10 }, (_, index) => index);

describe('shuffled', () => {
  it('keeps every item, and the order of a seed', () => {
    const order = shuffled(items, 'attempt-1');
    expect(order.toSorted((a, b) => a - b)).toEqual(items);
    expect(shuffled(items, 'attempt-1')).toEqual(order);
  });

  it('gives each place a fair share over many seeds', () => {
    const first = Array.from({ length: 2_000 }, (_, seed) => shuffled(items, String(seed))[0] ?? -1);
    for (const item of items) expect(first.filter((one) => one === item).length).toBeGreaterThan(130);
  });
});

describe('drawOrder', () => {
  const questions = ['p', 'q', 'r', 's', 't'].map((id) => ({
    id, kind: 'single' as const, text: id, points: 1, explanation: '', options: ['1', '2', '3', '4', '5'].map((option) => ({ id: id + option, text: option, right: option === '1' })),
  }));
  const rules = { final: true, timeLimitMinutes: null, shuffleQuestions: false, shuffleOptions: false };
  const authored = questions.map(({ id }) => id);

  it("keeps the author's order where nothing is shuffled", () => {
    const order = drawOrder(questions, rules, 'seed');
    expect(order.questions).toEqual(authored);
    expect(order.options['q']).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
  });

  it('shuffles questions, options, or both, and loses none', () => {
    const byQuestion = drawOrder(questions, { ...rules, shuffleQuestions: true }, 'seed');
    expect(byQuestion.questions).not.toEqual(authored);
    expect(byQuestion.questions.toSorted()).toEqual(authored);
    expect(byQuestion.options['q']).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
    const byOption = drawOrder(questions, { ...rules, shuffleOptions: true }, 'seed');
    expect(byOption.questions).toEqual(authored);
    expect(byOption.options['q']?.toSorted()).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
    expect(authored.some((id) => byOption.options[id]?.[0] !== `${id}1`)).toBe(true);
  });
});
