/** `datapackage.json`: describes the CSV files, column by column, as Frictionless Data has it (specs.frictionlessdata.io). Pure. */
import type { Column, Table } from '../../capture/tables/table.ts';
import type { Capture } from '../../capture/capture.ts';
import { isoTime } from './csv.ts';

const TYPES: Readonly<Record<Column<never>['type'], { readonly type: string; readonly format?: string }>> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  'yes-no': { type: 'boolean' },
  time: { type: 'datetime' },
  list: { type: 'string' },
};

/** The description of the files `NAME.csv` that lie beside it. */
export function asDataPackage({ id, name, startedAt, conditions }: Capture, tables: readonly Table[]): string {
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
        name: table.name,
        path: `${table.name}.csv`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        description: table.what,
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
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
