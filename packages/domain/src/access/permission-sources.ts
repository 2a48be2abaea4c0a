import { Injectable } from '@nestjs/common';
import type { Permission } from '@pamong/contract/permissions';
import type { Reader } from '@pamong/platform/database/database';

/** A kind of thing on which people hold permissions by another way than a role: who teaches a course may edit it. */
export interface PermissionSource {
  readonly kind: 'course';
  /** Name of the thing and ltree path of its owner; null when there is none. */
  find(reader: Reader, id: string): Promise<{ readonly name: string; readonly path: string } | null>;
  /** What this person holds on the thing without a role. */
  held(reader: Reader, personId: string, id: string): Promise<readonly Permission[]>;
}

/** The kinds of things whose permissions can be explained beside organisations; later features join. */
@Injectable()
export class PermissionSources {
  private readonly sources = new Map<PermissionSource['kind'], PermissionSource>();

  add(source: PermissionSource): void {
    if (this.sources.has(source.kind)) throw new Error(`Permissions on a ${source.kind} have two sources`);
    this.sources.set(source.kind, source);
  }

  of(kind: PermissionSource['kind']): PermissionSource {
    const source = this.sources.get(kind);
    if (source === undefined) throw new Error(`Nobody explains permissions on a ${kind}`);
    return source;
  }
}
