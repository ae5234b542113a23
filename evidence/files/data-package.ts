/** The data package: describes the CSV files, column by column, as Frictionless Data has it (specs.frictionlessdata.io). Pure. */
import type { Column, Table } from '../../capture/tables/table.ts';
import type { Capture } from '../../capture/capture.ts';
import { fileHash } from './bag.ts';
import { isoTime } from './csv.ts';
import { bytesOf, type ExportFile } from './export-file.ts';

const TYPES: Readonly<Record<Column<never>['type'], { readonly type: string; readonly format?: string }>> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  'yes-no': { type: 'boolean' },
  // With milliseconds, which the plain form of a time does not have.
  time: { type: 'datetime', format: 'any' },
  list: { type: 'string' },
};

/** The description of the files `NAME.csv` that lie beside it; `fileOf` gives each, so that its size and hash are told. */
export function asDataPackage(
  { id, name, startedAt, conditions }: Capture,
  tables: readonly Table[],
  fileOf: (table: Table) => ExportFile,
): string {
  const { extension } = conditions;
  return `${JSON.stringify(
    {
      profile: 'tabular-data-package',
      name: `liner-notes-${id.toLowerCase()}`,
      title: name === '' ? 'A visit, as Liner Notes saw it' : name,
      created: isoTime(startedAt),
      description: `Recorded by ${extension.name} ${extension.version}. Lists in a cell are separated by "; ". Cells that begin like a formula begin with an apostrophe.`,
      resources: tables.map((table) => ({
        profile: 'tabular-data-resource',
        type: 'table',
        name: table.name,
        path: `${table.name}.csv`,
        bytes: bytesOf(fileOf(table)).length,
        hash: `sha256:${fileHash(fileOf(table))}`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        description: table.what,
        dialect: {
          delimiter: ',',
          lineTerminator: '\r\n',
          quoteChar: '"',
          doubleQuote: true,
          header: true,
          csvddfVersion: 1.2,
        },
        schema: {
          fields: table.columns.map(({ name: column, type, what }) => ({
            name: column,
            ...TYPES[type],
            description: what,
          })),
          missingValues: [''],
        },
      })),
    },
    null,
    2,
  )}\n`;
}
