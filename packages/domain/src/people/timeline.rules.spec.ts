import type { Span } from './timeline.rules.js';
import { differenceOf, placeFrom, spanOn } from './timeline.rules.js';

const same = (a: string, b: string) => a === b;
const dinkes: Span<string> = { id: '1', value: 'Dinkes', from: '2020-01-01', until: null };

describe('placeFrom', () => {
  it('ends what held the day before', () => {
    expect(placeFrom([dinkes], 'Bappeda', '2026-03-01', same)).toEqual([
      { ...dinkes, until: '2026-02-28' },
      { value: 'Bappeda', from: '2026-03-01', until: null },
    ]);
  });

  it('changes nothing when the value holds already', () => {
    expect(placeFrom([dinkes], 'Dinkes', '2026-03-01', same)).toEqual([dinkes]);
  });

  it('joins both spans again when a change is taken back', () => {
    const moved = placeFrom([dinkes], 'Bappeda', '2026-03-01', same).map((span, index) => ({ ...span, id: String(index + 1) }));
    const back = placeFrom(moved, 'Dinkes', '2026-03-01', same);
    expect(back).toEqual([dinkes]);
    expect(differenceOf(moved, back)).toEqual({ removed: ['2'], moved: [{ id: '1', from: '2020-01-01', until: null }], added: [] });
  });

  it('replaces what was planned from that day on, and leaves what ended before', () => {
    const spans = [{ id: '1', value: 'a', from: '2019-01-01', until: '2019-12-31' }, { id: '2', value: 'b', from: '2026-05-01', until: null }];
    expect(placeFrom(spans, 'c', '2026-04-01', same)).toEqual([spans[0], { value: 'c', from: '2026-04-01', until: null }]);
  });

  it('ends for good where nothing holds any more', () => {
    expect(placeFrom([dinkes], null, '2026-03-01', same)).toEqual([{ ...dinkes, until: '2026-02-28' }]);
    expect(placeFrom([dinkes], null, '2020-01-01', same)).toEqual([]);
  });
});

describe('spanOn', () => {
  it('finds the span that holds the day, with its first and last day', () => {
    const spans = [{ id: '1', value: 'a', from: '2026-01-01', until: '2026-01-31' }];
    expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => spanOn(spans, day)?.value ?? null)).toEqual([null, 'a', 'a', null]);
  });
});
