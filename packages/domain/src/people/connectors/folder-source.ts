import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PersonnelRecord, PersonnelSource } from './personnel-source.js';
import { PersonnelSourceFault } from './personnel-source.js';

/** Reads a folder of JSON files: answers of `data-utama` one by one, or lists of them. A driver for the API can take its place. */
export class FolderSource implements PersonnelSource {
  constructor(private readonly folder: string) {}

  async *records(): AsyncGenerator<PersonnelRecord> {
    const names = (await readdir(this.folder).catch((cause: unknown) => {
      throw new PersonnelSourceFault(`The folder ${this.folder} cannot be read`, { cause });
    })).filter((name) => name.toLowerCase().endsWith('.json')).sort();
    if (names.length === 0) throw new PersonnelSourceFault(`The folder ${this.folder} has no JSON files`);
    for (const name of names) yield* recordsOf(await parse(join(this.folder, name)), name);
  }
}

async function parse(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new PersonnelSourceFault(`${path} is not JSON`, { cause });
  }
}

/** The API wraps its answer in `data`; exports are lists. */
function recordsOf(content: unknown, name: string): PersonnelRecord[] {
  const inside = isObject(content) && 'data' in content ? content['data'] : content;
  const list = Array.isArray(inside) ? inside : [inside];
  for (const one of list) if (!isObject(one) || !('nipBaru' in one || 'nama' in one)) throw new PersonnelSourceFault(`${name} holds something that is not a person of SIASN`);
  return list as PersonnelRecord[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
