import { Injectable } from '@nestjs/common';
import { Database } from '@pamong/platform/database/database';
import type { OrgScope } from '../organisations/org-scope.js';
import { fullName } from './names.rules.js';
import type { DirectoryFilter, DirectoryRow } from './people-directory.repository.js';
import { PeopleDirectoryRepository } from './people-directory.repository.js';

/** A person in a list. */
export type ListedPerson = Omit<DirectoryRow, 'titleBefore' | 'name' | 'titleAfter' | 'rankCode' | 'rankName'> & { readonly fullName: string; readonly rank: string | null };

/** The people of the organisations that somebody may look into. */
@Injectable()
export class PeopleDirectoryService {
  constructor(
    private readonly db: Database,
    private readonly directory: PeopleDirectoryRepository,
  ) {}

  /** One page and the length of the whole list, in two statements. @param page counts from 1 */
  async list(scope: OrgScope, filter: DirectoryFilter, page: number, size: number): Promise<{ items: ListedPerson[]; total: number; page: number; size: number }> {
    const [rows, total] = await Promise.all([this.directory.list(this.db, scope, filter, page, size), this.directory.count(this.db, scope, filter)]);
    return { items: rows.map(listed), total, page, size };
  }
}

function listed({ titleBefore, name, titleAfter, rankCode, rankName, ...row }: DirectoryRow): ListedPerson {
  return { ...row, fullName: fullName({ titleBefore, name, titleAfter }), rank: rankText(rankCode, rankName) };
}

/** `Penata Muda (III/a)`, or the golongan alone where there is no pangkat. */
function rankText(code: string | null, name: string | null): string | null {
  return name === null ? code : `${name} (${code})`;
}
