import type { StorageKey } from '@pamong/platform/storage/storage';
import { storageKey } from '@pamong/platform/storage/storage';

/** Where an emblem's picture lies. Named by its content, so the one that was printed stays findable when the agency chooses another. */
export function emblemKey(agencyId: string, sha256: string): StorageKey {
  return storageKey('emblems', agencyId, `${sha256}.png`);
}

/** Name of an emblem inside a document, frozen with the certificate. */
export function emblemPath(sha256: string): string {
  return `/emblem-${sha256}.png`;
}

/** The hash in such a name. */
export function emblemHash(path: string): string {
  return path.slice('/emblem-'.length, -'.png'.length);
}

/** Where browsers fetch it. */
export function emblemUrl(agencyId: string, sha256: string): string {
  return `/api/organisations/${agencyId}/emblems/${sha256}`;
}
