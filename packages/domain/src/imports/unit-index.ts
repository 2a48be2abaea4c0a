import { wordKey } from './cell-values.rules.js';

/** A unit of the agency, the agency itself among them. */
export interface IndexedUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly unitKind: string | null;
  readonly timeZone: string;
  readonly path: string;
  readonly closed: boolean;
  readonly revision: number;
}

export type UnitAnswer =
  | { readonly unit: IndexedUnit }
  | { readonly fault: 'UNIT_UNKNOWN' | 'UNIT_AMBIGUOUS' | 'UNIT_CLOSED'; readonly params: Readonly<Record<string, string>> };

/** Finds units of one agency by code, name or way, and says which is nearest to what it does not know. */
export class UnitIndex {
  private readonly byId: ReadonlyMap<string, IndexedUnit>;
  private readonly byCode: ReadonlyMap<string, IndexedUnit>;
  private readonly byName = new Map<string, IndexedUnit[]>();
  private readonly answers = new Map<string, UnitAnswer>();
  private pairs: { unit: IndexedUnit; grams: ReadonlySet<string> }[] | undefined;

  constructor(readonly units: readonly IndexedUnit[]) {
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
    this.byCode = new Map(units.flatMap((unit) => (unit.code === null ? [] : [[unit.code.toLowerCase(), unit] as const])));
    for (const unit of units) {
      for (const key of new Set([wordKey(unit.name), wordKey(unit.shortName)])) this.byName.set(key, [...(this.byName.get(key) ?? []), unit]);
    }
  }

  get(id: string): IndexedUnit | undefined {
    return this.byId.get(id);
  }

  findCode(code: string): IndexedUnit | undefined {
    return this.byCode.get(code.toLowerCase());
  }

  /** Names from below the agency down: `Dinas Kesehatan / Sekretariat`. */
  way(unit: IndexedUnit): string {
    const names: string[] = [];
    for (let at: IndexedUnit | undefined = unit; at !== undefined && (at.parentId !== null || names.length === 0); at = at.parentId === null ? undefined : this.byId.get(at.parentId)) names.unshift(at.name);
    return names.join(' / ');
  }

  /** @param presentId the unit that the person has now: of several with the name it is meant */
  find(code: string | null, name: string | null, presentId: string | null): UnitAnswer {
    const known = code === null ? undefined : this.findCode(code);
    if (known !== undefined) return known.closed && known.id !== presentId ? { fault: 'UNIT_CLOSED', params: { unit: known.name } } : { unit: known };
    // A code that nobody knows is not overruled by a name.
    if (code !== null) return { fault: 'UNIT_UNKNOWN', params: this.suggestion(name ?? code) };
    const present = presentId === null ? undefined : this.byId.get(presentId);
    if (present !== undefined && name !== null && wordKey(present.name) === wordKey(name)) return { unit: present };
    const asked = name ?? '';
    const remembered = this.answers.get(asked) ?? this.findName(asked);
    this.answers.set(asked, remembered);
    return remembered;
  }

  private findName(name: string): UnitAnswer {
    const parts = name.split(/\s*[/>»]\s*/).map(wordKey);
    const named = [...(this.byName.get(wordKey(name)) ?? []), ...(parts.length > 1 ? this.onWay(parts) : [])];
    const found = [...new Set(named)];
    const open = found.filter((unit) => !unit.closed);
    if (open.length === 1 && open[0] !== undefined) return { unit: open[0] };
    if (open.length > 1) return { fault: 'UNIT_AMBIGUOUS', params: { ways: open.slice(0, 4).map((unit) => this.way(unit)).join('; ') } };
    if (found.length > 0) return { fault: 'UNIT_CLOSED', params: { unit: found[0]?.name ?? '' } };
    return { fault: 'UNIT_UNKNOWN', params: this.suggestion(name) };
  }

  /** Units whose way ends as asked: the last name is the unit's, those before are among the units above it, in this order. */
  private onWay(parts: readonly string[]): IndexedUnit[] {
    return (this.byName.get(parts.at(-1) ?? '') ?? []).filter((unit) => {
      let left = parts.length - 2;
      for (let at = unit.parentId === null ? undefined : this.byId.get(unit.parentId); at !== undefined && left >= 0; at = at.parentId === null ? undefined : this.byId.get(at.parentId)) {
        if (wordKey(at.name) === parts[left] || wordKey(at.shortName) === parts[left]) left -= 1;
      }
      return left < 0;
    });
  }

  private suggestion(name: string): Readonly<Record<string, string>> {
    this.pairs ??= this.units.filter((unit) => !unit.closed).map((unit) => ({ unit, grams: grams(unit.name) }));
    const asked = grams(name);
    let best: { unit: IndexedUnit; likeness: number } | undefined;
    for (const { unit, grams: of } of this.pairs) {
      let shared = 0;
      for (const gram of asked) if (of.has(gram)) shared += 1;
      const likeness = (2 * shared) / (asked.size + of.size);
      if (likeness > (best?.likeness ?? 0.4)) best = { unit, likeness };
    }
    return best === undefined ? {} : { suggestion: best.unit.name };
  }
}

/** Pairs of letters: a typing error changes two or three of them. */
function grams(text: string): ReadonlySet<string> {
  const key = ` ${wordKey(text)} `;
  return new Set(Array.from({ length: key.length - 1 }, (_, at) => key.slice(at, at + 2)));
}
