import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import type { Actor } from '../access/actor.js';

/** Ids of a group's people. @throws Problem NOT_FOUND when the actor may not see the group */
type FindGroup = (reader: Reader, actor: Actor, id: string) => Promise<readonly string[]>;

/** Groups of people that later features know: everybody of an import. */
@Injectable()
export class PersonGroups {
  private readonly kinds = new Map<'import', FindGroup>();

  add(kind: 'import', find: FindGroup): void {
    this.kinds.set(kind, find);
  }

  /** @throws Problem NOT_FOUND */
  async ids(reader: Reader, actor: Actor, kind: 'import', id: string): Promise<readonly string[]> {
    return (await this.kinds.get(kind)?.(reader, actor, id)) ?? [];
  }
}
