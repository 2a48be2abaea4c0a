import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Day, Id, Instant, PageQuery, pageOf } from './kernel/schemas.js';
import { EmploymentKind, PersonStatus } from './people.js';

/**
 * How lesson hours (JP, 45 minutes) stand in a period. `minimum`: PNS, who are owed at least `target` a calendar year; `ceiling`: PPPK, who
 * may count at most `target` in a contract year; `none`: no rule. All hours are recorded, whatever the rule counts.
 */
export const JpStanding = z.object({
  rule: z.enum(['minimum', 'ceiling', 'none']),
  /** Hours of the rule; 0 where there is none. */
  target: z.number().int(),
  /** Hours of the ledger in the period. */
  recorded: z.number().int(),
  /** Hours that the rule counts: all for a minimum, at most `target` for a ceiling. */
  counted: z.number().int(),
  period: z.object({ kind: z.enum(['calendar_year', 'contract_year']), from: Day, until: Day }),
});

/** One line of the ledger. Lines are never changed: a correction is a line of its own. */
export const LedgerLine = z.object({
  id: Id,
  /** Day that it counts for, in the person's zone. */
  day: Day,
  kind: z.enum(['course', 'opening', 'reversal']),
  title: z.string(),
  /** Negative for a reversal; 0 is learning below 45 minutes. */
  jp: z.number().int(),
  minutes: z.number().int(),
  certificateId: Id.nullable(),
  recordedAt: Instant,
});

/** A subordinate in the read-only list "JP tim". */
export const TeamMember = z.object({
  personId: Id,
  name: z.string(),
  post: z.string().nullable(),
  unit: z.string(),
  employmentKind: EmploymentKind,
  status: PersonStatus,
  /** False while the status asks nothing of the person: hours are recorded, no target stands beside them. */
  counts: z.boolean(),
  standing: JpStanding,
  /** Day of the latest line in the period. */
  lastDay: Day.nullable(),
});

export const ledger = defineRoutes({
  standing: {
    method: 'GET', path: '/ledger/standing', status: 200, summary: 'My lesson hours in the period that counts now',
    response: JpStanding, access: 'authenticated', errors: [],
  },
  mine: {
    method: 'GET', path: '/ledger', status: 200, summary: 'My ledger, newest first',
    query: PageQuery, response: pageOf(LedgerLine), access: 'authenticated', errors: [],
  },
  team: {
    method: 'GET', path: '/ledger/team', status: 200, summary: 'Lesson hours of those who report to me',
    response: z.object({ items: z.array(TeamMember) }), access: { permission: 'team.read', scope: 'any' }, errors: [],
  },
});
