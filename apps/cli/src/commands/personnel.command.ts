import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { FolderSource } from '@pamong/domain/people/connectors/folder-source';
import { PersonnelSourceFault } from '@pamong/domain/people/connectors/personnel-source';
import { tableOfSource } from '@pamong/domain/people/connectors/siasn.rules';
import { peopleColumns } from '@pamong/domain/people/people-sheet.rules';
import { writeWorkbook } from '@pamong/platform/spreadsheet/write-workbook';
import type { CommandContext } from '../command.js';
import { CommandError } from '../command.js';

/** `pamong personnel FOLDER FILE.xlsx`: makes a table for the import out of SIASN's answers, to be looked at in its dry run. */
export async function personnel({ args }: CommandContext): Promise<number> {
  const [folder, file] = args;
  if (folder === undefined || file === undefined) throw new CommandError('Usage: pamong personnel FOLDER FILE.xlsx');
  try {
    const rows = await tableOfSource(new FolderSource(resolve(folder)), new Date().getUTCFullYear());
    await writeFile(resolve(file), await writeWorkbook([{ name: 'Pegawai', rows, widths: peopleColumns.map((column) => column.width) }]), { mode: 0o600 });
    console.log(`${rows.length - 1} people are in ${file}. Upload it under Pegawai, Impor: the dry run shows what would change.`);
    return 0;
  } catch (error) {
    if (error instanceof PersonnelSourceFault) throw new CommandError(error.message);
    throw error;
  }
}
