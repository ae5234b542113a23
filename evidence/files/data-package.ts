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

type KeyedTable = Table & { readonly key: readonly string[] };

/**
 * The other tables to whose rows those of this one refer: they have all columns of the other's key. Of two keys of which one holds the
 * other, the longer one refers: its table refers to the other's, and not every reader takes one column for two references.
 */
function referred(tables: readonly Table[], { name, columns }: Table): readonly KeyedTable[] {
  const has = (one: string): boolean => columns.some((column) => column.name === one);
  const others = tables.flatMap((other): readonly KeyedTable[] =>
    other.name !== name && other.key?.every(has) === true ? [{ ...other, key: other.key }] : [],
  );
  return others.filter(
    ({ key }) => !others.some((other) => other.key.length > key.length && key.every((one) => other.key.includes(one))),
  );
}

/** The columns by which rows are told apart or referred to: they are never empty. */
function keyColumns(tables: readonly Table[], table: Table): readonly string[] {
  return [...(table.key ?? []), ...referred(tables, table).flatMap(({ key }) => key)];
}

/** None is left out: an empty list would be no description. */
const foreignKeys = (others: ReturnType<typeof referred>): object =>
  others.length === 0
    ? {}
    : { foreignKeys: others.map(({ name, key }) => ({ fields: key, reference: { resource: name, fields: key } })) };

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
            ...(keyColumns(tables, table).includes(column) ? { constraints: { required: true } } : {}),
          })),
          missingValues: [''],
          ...(table.key === undefined ? {} : { primaryKey: table.key }),
          ...foreignKeys(referred(tables, table)),
        },
      })),
    },
    null,
    2,
  )}\n`;
}
