import { readDemoFile } from './demo-catalogue.js';

/** A learning activity outside Pamong that is already in somebody's ledger. */
export interface DemoActivity {
  person: string;
  /** Where in the counted year so far it ended: 0 its first day, 1 the day of the first run. */
  at: number;
  title: string;
  /** SIASN's kind of training, 1 to 25. */
  kind: string;
  jp: number;
  evidence: string;
}

export type DemoLearnerState = 'started' | 'halfway' | 'three-questions-left' | 'failed-once' | 'certified' | 'revoked';

export interface DemoLearner {
  person: string;
  course: string;
  state: DemoLearnerState;
}

export interface DemoEvaluation {
  person: string;
  course: string;
  /** Six answers of 1 to 4 for each form. */
  scores: Record<'instructor' | 'organisation', number[]>;
  suggestion: Record<'instructor' | 'organisation', string>;
}

export interface DemoStories {
  /** Who stands behind the four doors of the landing page, in the order of `demoAccounts`. */
  doors: string[];
  activities: DemoActivity[];
  learners: DemoLearner[];
  evaluations: DemoEvaluation[];
  revocation: { person: string; course: string; reason: string };
}

/** Who stands where in the demo, as told in assets/demo/stories.json. */
export function readDemoStories(): DemoStories {
  return JSON.parse(readDemoFile('stories.json')) as DemoStories;
}
