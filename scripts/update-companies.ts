/**
 * Writes policy-data/third-party-web.json from the installed package `third-party-web`, one entity a line so that an update's
 * diff can be read. `--check` compares instead, and fails when the file is not what the package gives.
 *
 *   node scripts/update-companies.ts [--check]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { ThirdPartyWebFileSchema } from '../schemas/policy-data.ts';
import { PlainError, progress, runScript } from './plain-error.ts';
import { root } from './run-command.ts';

/** The fields that we take of an entity of the package's `entities-nostats.json`. */
const EntitiesSchema = v.array(
  v.object({ name: v.string(), company: v.optional(v.string()), category: v.string(), domains: v.array(v.string()) }),
);

/**
 * The package's domains as ours. It writes `*.example.com` for a domain with all below it, `www.example.com` for a host
 * alone, and now and then both, or capitals. With us an entry stands for itself and all below it.
 *
 * ['ads.example.com', '*.ads.example.com', '*.Example.com'] → ['ads.example.com', 'example.com']
 */
function plainDomains(domains: readonly string[]): string[] {
  return [...new Set(domains.map((domain) => domain.replace(/^\*\./, '').toLowerCase()))];
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
  const file = v.parse(ThirdPartyWebFileSchema, {
    source: `third-party-web@${version}`,
    entities: entities
      .map(({ name, company, category, domains }) => [name, company ?? name, category, plainDomains(domains)])
      // By name, in the order of the code points, whatever the machine's language: an entity that moves in the package makes no diff.
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  });
  const lines = file.entities.map((entity) => JSON.stringify(entity)).join(',\n');
  return `{\n"source": ${JSON.stringify(file.source)},\n"entities": [\n${lines}\n]\n}\n`;
}

await runScript(() => {
  const path = join(root, 'policy-data', 'third-party-web.json');
  const made = makeFile();
  if (process.argv.includes('--check')) {
    if (readFileSync(path, 'utf8') !== made) {
      throw new PlainError(
        'policy-data/third-party-web.json is not what the installed package gives: run node scripts/update-companies.ts',
      );
    }
    progress('Companies', 'policy-data/third-party-web.json is up to date');
  } else {
    writeFileSync(path, made);
    progress('Companies', `policy-data/third-party-web.json (${made.split('\n').length - 6} entities)`);
  }
});
