import type { LedgerService } from '@pamong/domain/ledger/ledger.service';
import type { Database } from '@pamong/platform/database/database';

import type { DemoCatalogue } from '../demo-catalogue.js';
import type { DemoActivity } from '../demo-stories.js';
import type { SeedActors } from './seed-actors.js';
import { contractYear } from './seed-people.js';
import type { StoryClock } from './story-clock.js';

const minutesPerJp = 45;

/** Hours that people brought along, each on a day of the year that counts for them: contract year or calendar year. */
export async function seedHistory(
  services: { db: Database; ledger: LedgerService; clock: StoryClock },
  catalogue: DemoCatalogue,
  actors: SeedActors,
  activities: readonly DemoActivity[],
): Promise<void> {
  for (const activity of activities) {
    const person = catalogue.people.find((candidate) => candidate.id === activity.person);
    if (!person) throw new Error(`The demo has no person ${activity.person}`);
    const { today } = services.clock;
    const from = person.jenisAsn.startsWith('PPPK') ? contractYear(person.tahunPengangkatan, today).startsOn : `${today.getUTCFullYear()}-01-01`;
    const ended = services.clock.within(from, activity.at);
    services.clock.set(ended);
    await services.db.tx((tx) =>
      services.ledger.recordOpening(tx, {
        personId: actors.personId(activity.person),
        day: ended.toISOString().slice(0, 10),
        title: activity.title,
        jp: activity.jp,
        minutes: activity.jp * minutesPerJp,
        siasnKind: Number(activity.kind),
        evidence: activity.evidence,
      }),
    );
  }
}
