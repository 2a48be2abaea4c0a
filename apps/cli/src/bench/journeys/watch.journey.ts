import { MediaService } from '@pamong/domain/media/media.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { WatchService } from '@pamong/domain/video/watch.service';
import type { BenchBed, Learner } from '../bench-bed.js';
import type { Journey } from '../journey.js';
import { publishedCourse } from './published-course.js';

const seconds = 7200;
const beatMs = 15_000;
/** Each run plays from another place, so that it does not only repeat what the warm-up has reported. */
const firstBeat = Math.floor((Math.random() * seconds * 1000) / beatMs);

/** A recording of two hours as the worker leaves it; heartbeats never touch its files. */
async function recording(bed: BenchBed, uploader: Learner): Promise<string> {
  const { agencyId } = await bed.get(PeopleService).get(bed.db, uploader.personId);
  const { id } = await bed.get(MediaService).announce({ personId: uploader.personId, agencyId }, agencyId, { fileName: 'Rekaman webinar.mp4', bytes: 1_000_000 });
  const rendition = { name: 'v240', width: 426, height: 240, shortSide: 240, videoBitrate: 1, audioBitrate: 1, audioChannels: 1, codecs: 'avc1.4d400d,mp4a.40.2', seconds, bytes: 900_000, peakBitrate: 1 };
  const facts = { container: 'mov', seconds, width: 426, height: 240, framesPerSecond: 25, videoCodec: 'h264', audioCodec: 'aac' };
  await bed.db.query(`update media_asset set status = 'ready', facts = $2, renditions = $3, progress = 1 where id = $1`, [id, JSON.stringify(facts), JSON.stringify([rendition])]);
  return id;
}

/** The heartbeat that every open player sends each 15 s: a claim of the seconds it played, merged by the database. */
export const watch: Journey = {
  name: 'watch',
  summary: 'one heartbeat of a player: 15 s played',
  prepare: async (bed) => {
    const learners = await bed.learners(300);
    const [first] = learners;
    if (first === undefined) return [];
    const assetId = await recording(bed, first);
    const { courseId, lessonIds } = await publishedCourse(bed, learners, {
      modules: [{ title: 'Rekaman', lessons: [{ kind: 'video', title: 'Rekaman webinar', minutes: 120, body: { assetId, chapters: [], notes: '' } }] }],
    });
    const viewings = learners.map(async ({ personId, cookie }) => {
      const { viewingId } = await bed.get(WatchService).open(personId, courseId, lessonIds[0] ?? '');
      return { cookie, viewingId };
    });
    const visitors = await Promise.all(viewings);
    // Players beat once in 15 s, the load a thousand times as often: as if all had been watching for two hours, so that time allows
    // what they claim and a heartbeat does here what it does in life.
    await bed.db.query(`update watch_viewing set started_at = started_at - interval '2 hours'`);
    return visitors;
  },
  visit: async (connection, visitor, turn) => {
    const from = ((firstBeat + turn) * beatMs) % (seconds * 1000);
    const body = { intervals: [[from, from + beatMs]], positionMs: from + beatMs };
    await connection.send('PUT', `/api/viewings/${String(visitor['viewingId'])}/watched`, { cookie: String(visitor['cookie']), body });
  },
};
