import { Injectable } from '@nestjs/common';
import type { ImportKind } from '@pamong/contract/imports';
import { Problem } from '@pamong/contract/kernel/problem';
import { Database } from '@pamong/platform/database/database';
import { writeCsv } from '@pamong/platform/spreadsheet/write-csv';
import { writeWorkbook } from '@pamong/platform/spreadsheet/write-workbook';
import { peopleColumns } from '../people/people-sheet.rules.js';
import type { SheetColumn } from '../people/people-sheet.rules.js';
import { faultSentence } from './fault-sentences.rules.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { reasonHeader } from './mapping.rules.js';
import { unitColumns } from './unit-columns.js';

/** A file to download. */
export interface ImportFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Templates, and the rows that could not be written as a file to correct. */
@Injectable()
export class ImportFilesService {
  constructor(
    private readonly db: Database,
    private readonly batches: ImportBatchesRepository,
    private readonly rows: ImportRowsRepository,
  ) {}

  /** A table with only its header; the workbook explains every column on a second sheet, with an example. */
  async template(kind: ImportKind, format: 'xlsx' | 'csv'): Promise<ImportFile> {
    const [columns, name, sheet] = kind === 'people' ? [peopleColumns, 'templat-pegawai', 'Pegawai'] : [unitColumns, 'templat-unit', 'Unit'];
    const header = columns.map((column) => column.title);
    if (format === 'csv') return { name: `${name}.csv`, contentType: 'text/csv; charset=utf-8', content: Buffer.from(writeCsv([header])) };
    const required = columns.flatMap((column, index) => (column.required ? [index] : []));
    return {
      name: `${name}.xlsx`, contentType: xlsx,
      content: await writeWorkbook([
        { name: sheet, rows: [header], widths: columns.map((column) => column.width), marked: required },
        { name: 'Petunjuk', rows: explanations(columns), widths: [20, 10, 80, 32] },
      ]),
    };
  }

  /**
   * The rows with faults under the file's own headers, and a column of reasons that an upload passes by.
   * @throws Problem NOT_FOUND when there are none (any more)
   */
  async failedRows(batchId: string): Promise<ImportFile> {
    const batch = await this.batches.find(this.db, batchId);
    const failed = batch === null ? [] : await this.rows.listFailed(this.db, batchId);
    if (batch === null || failed.length === 0) throw new Problem('NOT_FOUND');
    const titles = batch.headers.map(({ title }) => title);
    const columns = batch.kind === 'people' ? peopleColumns : unitColumns;
    const lines = failed.map(({ cells, faults }) => [...titles.map((_title, index) => cells[index] ?? ''), faults.map((fault) => sentenceOf(fault, columns)).join(' ')]);
    const name = batch.fileName.replace(/\.[^.]*$/, '').replace(/[^\w -]/g, '').trim().slice(0, 60) || 'impor';
    return {
      name: `${name}-perlu-diperbaiki.xlsx`, contentType: xlsx,
      content: await writeWorkbook([{ name: 'Perlu diperbaiki', rows: [[...titles, reasonHeader], ...lines], widths: [...titles.map(() => 20), 90], marked: [titles.length] }]),
    };
  }
}

function sentenceOf(fault: Parameters<typeof faultSentence>[0], columns: readonly SheetColumn[]): string {
  const { reason, advice } = faultSentence(fault, 'id');
  const title = columns.find((column) => column.key === fault.column)?.title;
  return `${title === undefined ? '' : `${title}: `}${reason} ${advice}`;
}

function explanations(columns: readonly SheetColumn[]): string[][] {
  return [
    ['kolom', 'wajib', 'penjelasan', 'contoh'],
    ...columns.map((column) => [column.title, column.required ? 'ya' : '', column.hint, column.example]),
    [],
    ['', '', 'Isi data di lembar pertama, mulai baris kedua. Urutan kolom bebas; kolom yang tidak diperlukan boleh dihapus.', ''],
    ['', '', 'Sel kosong tidak mengubah data yang sudah ada. Tulis - untuk mengosongkan data.', ''],
    ['', '', 'Semua sel berformat Teks, supaya Excel tidak mengubah NIP menjadi 1,98E+17.', ''],
  ];
}
