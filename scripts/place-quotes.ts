/**
 * npm run quotes -- FOLDER: says in a policy's clauses.json where each quote stands, and in its policy.json which text that is.
 *
 * FOLDER is that of a policy, such as policy-data/organisations/sony-music/policies/2011-12-31. The quotes and their order are yours;
 * the offsets and the hash are made here, so that nobody counts characters.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { placeQuotes, type Quoting } from '../checks/place-quotes.ts';
import { PlainError, progress, runScript } from '../tools/plain-error.ts';
import { readArguments } from '../tools/read-arguments.ts';

/** Reads a JSON file, lets `change` give what it is to hold, and writes that in the project's form. */
async function rewrite<T>(file: string, change: (data: T) => T): Promise<void> {
  const data = change(JSON.parse(readFileSync(file, 'utf8')) as T);
  const options = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(data, null, 2), { ...options, filepath: file }));
}

await runScript(async () => {
  const [folder] = readArguments({}, true).positionals;
  if (folder === undefined || !existsSync(join(folder, 'policy.md')))
    throw new PlainError('Say which policy: npm run quotes -- policy-data/organisations/NAME/policies/DATE');
  const bytes = readFileSync(join(folder, 'policy.md'));
  const text = bytes.toString('utf8');

  const missing: string[] = [];
  await rewrite<{ clauses: Quoting[]; setAside: Quoting[] }>(join(folder, 'clauses.json'), ({ clauses, setAside }) => {
    const placed = placeQuotes(text, [...clauses, ...setAside]);
    missing.push(...placed.missing);
    return { clauses: placed.pieces.slice(0, clauses.length), setAside: placed.pieces.slice(clauses.length) };
  });
  await rewrite<{ sha256: string }>(join(folder, 'policy.json'), (policy) => ({
    ...policy,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));

  if (missing.length > 0) throw new PlainError(`These quotes do not stand in policy.md:\n${missing.join('\n')}`);
  progress('Quotes', 'all are placed; "npm run check" says which sentence none of them holds');
});
