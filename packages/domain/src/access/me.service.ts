import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { brandTheme } from '@pamong/contract/brand-theme';
import type { Me } from '@pamong/contract/session';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import { brandingSetting } from '../organisations/branding.service.js';
import { fullName } from '../people/names.rules.js';
import type { Actor } from './actor.js';

type Described = Omit<z.input<typeof Me>, 'fullName' | 'rank' | 'roles' | 'can' | 'acting'>;

interface MeRow extends Omit<Described, 'agency'> {
  readonly agency: { readonly id: string; readonly name: string; readonly shortName: string; readonly colour: string | null };
  readonly titleBefore: string | null;
  readonly titleAfter: string | null;
  readonly rankCode: string | null;
  readonly rankName: string | null;
}

/** What every screen knows of whoever is signed in; read at every visit, so it is one statement. */
@Injectable()
export class MeService {
  constructor(private readonly db: Database) {}

  /** @throws Problem NOT_FOUND when the person is gone */
  async describe(actor: Actor): Promise<z.input<typeof Me>> {
    const [row] = await this.db.query<MeRow>(
      `select p.id as "personId", p.name, p.title_before as "titleBefore", p.title_after as "titleAfter", p.sex, p.employment_kind as "employmentKind",
              p.post_name as post, p.rank_code as "rankCode", p.rank_name as "rankName", p.email, p.time_zone as "timeZone", unit.name as unit,
              json_build_object('id', agency.id, 'name', agency.name, 'shortName', agency.short_name,
                'colour', (select value->>'colour' from setting where organisation_id = agency.id and key = $2)) as agency,
              (select json_build_object('kind', n.kind, 'value', n.number) from person_number n
               where n.person_id = p.id and n.valid_until is null and n.kind <> 'NIP_OLD' order by n.valid_from desc limit 1) as number
       from person p join organisation unit on unit.id = p.organisation_id join organisation agency on agency.id = p.agency_id
       where p.id = $1`,
      [actor.personId, brandingSetting.key],
    );
    if (row === undefined) throw new Problem('NOT_FOUND');
    const { titleBefore, titleAfter, rankCode, rankName, agency, ...described } = row;
    const { colour, ...names } = agency;
    return {
      ...described,
      agency: { ...names, ...themeOf(colour) },
      fullName: fullName({ titleBefore, name: row.name, titleAfter }),
      rank: rankName === null ? rankCode : `${rankName} (${rankCode})`,
      roles: [...new Set(actor.grants.map((grant) => grant.role))],
      can: actor.permissions(),
      acting: actor.acting === null ? null : { adminName: actor.acting.adminName, until: actor.acting.until.toISOString(), mayWrite: actor.acting.mayWrite },
    };
  }
}

/** The tokens of an agency's own colour; nothing where it has none. */
function themeOf(colour: string | null) {
  const theme = colour === null ? null : brandTheme(colour);
  return theme === null ? {} : { theme };
}
