import type { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import type { OrganisationPlace } from '@pamong/domain/organisations/organisations.service';
import type { Database } from '@pamong/platform/database/database';

import type { DemoAgency, DemoUnit } from '../demo-catalogue.js';

/** Places of the demo by the id that the data set gives them. */
export type Places = ReadonlyMap<string, OrganisationPlace>;

/** The key under which the demo finds its own rows again, so that a second run changes nothing. */
export function demoRef(id: string): string {
  return `demo:${id}`;
}

/** Agencies and their units, each tree in one transaction. */
export async function seedOrganisations(db: Database, organisations: OrganisationsService, agencies: readonly DemoAgency[]): Promise<Places> {
  const places = new Map<string, OrganisationPlace>();
  for (const agency of agencies) {
    await db.tx(async (tx) => {
      const root =
        (await organisations.findByExternalRef(tx, demoRef(agency.id))) ??
        (await organisations.createAgency(tx, {
          name: agency.nama, shortName: agency.singkatan, timeZone: agency.zonaWaktu, externalRef: demoRef(agency.id), unitKind: agency.tingkat,
        }));
      places.set(agency.id, root);
      for (const unit of parentsFirst(agency.unit)) {
        const parent = unit.indukId === null ? root : places.get(unit.indukId);
        if (!parent) throw new Error(`The unit ${unit.id} comes before its parent`);
        places.set(
          unit.id,
          (await organisations.findByExternalRef(tx, demoRef(unit.id))) ??
            (await organisations.createUnit(tx, parent.id, { name: unit.nama, shortName: unit.nama.slice(0, 100), unitKind: unitKindWord(unit.jenisUnit), externalRef: demoRef(unit.id) })),
        );
      }
    });
  }
  return places;
}

/** Id of a place of the demo. */
export function placeId(places: Places, id: string): string {
  const place = places.get(id);
  if (!place) throw new Error(`The demo has no place ${id}`);
  return place.id;
}

function parentsFirst(units: readonly DemoUnit[]): DemoUnit[] {
  return units.toSorted((a, b) => Number(a.indukId !== null) - Number(b.indukId !== null));
}

/** A kind of the data set as people write it: `eselon1` is `Eselon I`, `uptd` is `UPTD`. */
function unitKindWord(kind: string): string {
  if (kind.startsWith('upt')) return kind.toUpperCase();
  return kind === 'eselon1' ? 'Eselon I' : kind.charAt(0).toUpperCase() + kind.slice(1);
}
