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

/** Name of a person's photo inside a document, frozen with the certificate; the document carries the picture itself. */
export function photoPath(key: string): string {
  return `/photo-${key.slice(key.lastIndexOf('/') + 1)}`;
}

/** Where the photo of such a name lies. */
export function photoKey(personId: string, path: string): StorageKey {
  return storageKey('photos', personId, path.slice('/photo-'.length));
}

/** Where browsers fetch it. */
export function emblemUrl(agencyId: string, sha256: string): string {
  return `/api/organisations/${agencyId}/emblems/${sha256}`;
}
