import type { Actor } from '../access/actor.js';
import type { DomainBed } from '../testing/domain-bed.js';
import { MediaService } from './media.service.js';

/** A recording as the worker leaves it, without its files. */
export async function someRecording(bed: DomainBed, author: Actor, given: { seconds?: number; status?: string } = {}): Promise<string> {
  const { seconds = 100, status = 'ready' } = given;
  const { id } = await bed.get(MediaService).announce(author, author.agencyId, { fileName: 'Rapat koordinasi.mp4', bytes: 1_000_000 });
  const rendition = { name: 'v240', width: 426, height: 240, shortSide: 240, videoBitrate: 1, audioBitrate: 1, audioChannels: 1, codecs: 'avc1.4d400d,mp4a.40.2', seconds, bytes: 900_000, peakBitrate: 1 };
  const facts = { container: 'mov', seconds, width: 426, height: 240, framesPerSecond: 25, videoCodec: 'h264', audioCodec: 'aac' };
  await bed.db.query(`update media_asset set status = $2, facts = $3, renditions = $4, progress = 1 where id = $1`, [id, status, JSON.stringify(facts), JSON.stringify([rendition])]);
  return id;
}
