import type { JpStanding } from '@pamong/contract/ledger';
import type * as z from 'zod';

export type Standing = z.output<typeof JpStanding>;

/** A rule that holds on a day, or none. */
export type JpRule = { rule: 'minimum' | 'ceiling'; target: number } | null;

/** The period in which hours count: a PPPK's contract year where it is known, the calendar year for all others. */
export function periodOf(rule: JpRule, contract: { startsOn: string; endsOn: string } | null, day: string): Standing['period'] {
  if (rule?.rule === 'ceiling' && contract !== null) return { kind: 'contract_year', from: contract.startsOn, until: contract.endsOn };
  const year = day.slice(0, 4);
  return { kind: 'calendar_year', from: `${year}-01-01`, until: `${year}-12-31` };
}

/**
 * How recorded hours stand against a rule. Above a ceiling every hour stays recorded; only the count stops, so that nobody is told that
 * learning was worthless.
 */
export function standingOf(rule: JpRule, recorded: number, period: Standing['period']): Standing {
  if (rule === null) return { rule: 'none', target: 0, recorded, counted: recorded, period };
  const counted = rule.rule === 'ceiling' ? Math.min(recorded, rule.target) : recorded;
  return { rule: rule.rule, target: rule.target, recorded, counted, period };
}
