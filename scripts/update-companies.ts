/**
 * Writes policy-data/third-party-web.json from the installed package `third-party-web`, its names and domains cleaned by rule
 * (import-companies.ts), one entity a line so that an update's diff can be read. `--check` compares instead, and fails when the
 * file is not what the package gives.
 *
 *   node scripts/update-companies.ts [--check]
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { CompaniesFileSchema, CompanySpellingsFileSchema, ThirdPartyWebFileSchema } from '../schemas/policy-data.ts';
import { importRows, openSlips } from './import-companies.ts';
import { writeOrCheck } from './generated-file.ts';
import { PlainError, runScript } from '../tools/plain-error.ts';
import { root } from '../tools/run-command.ts';

/** The fields that we take of an entity of the package's `entities-nostats.json`. */
const EntitiesSchema = v.array(
  v.object({ name: v.string(), company: v.optional(v.string()), category: v.string(), domains: v.array(v.string()) }),
);

function readOurs(name: string): unknown {
  return JSON.parse(readFileSync(join(root, 'policy-data', name), 'utf8'));
}

function makeFile(): string {
  const main = createRequire(import.meta.url).resolve('third-party-web/nostats-subset');
  const folder = dirname(main);
  const { version } = v.parse(
    v.object({ version: v.string() }),
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const entities = v.parse(
    EntitiesSchema,
    JSON.parse(readFileSync(join(folder, 'dist', 'entities-nostats.json'), 'utf8')),
  );
  const spellings = v.parse(CompanySpellingsFileSchema, readOurs('company-spellings.json'));
  const ours = v.parse(CompaniesFileSchema, readOurs('companies.json'));
  const rows = importRows(entities, spellings, [
    ...new Set([...ours.companies, ...ours.overrides, ...ours.optOuts].map(({ owner }) => owner)),
  ]);
  const slips = openSlips(rows, spellings);
  if (slips.length > 0) {
    const list = slips.map(([name, label]) => `  ${name} (${label})`).join('\n');
    throw new PlainError(`One letter off their own domain. Decide in policy-data/company-spellings.json:\n${list}`);
  }
  const file = v.parse(ThirdPartyWebFileSchema, { source: `third-party-web@${version}`, entities: rows });
  const lines = file.entities.map((entity) => JSON.stringify(entity)).join(',\n');
  return `{\n"source": ${JSON.stringify(file.source)},\n"entities": [\n${lines}\n]\n}\n`;
}

await runScript(() => {
  const text = makeFile();
  const amount = `${text.split('\n').length - 6} entities`;
  writeOrCheck({ file: 'policy-data/third-party-web.json', text, subject: 'Companies', amount });
});
