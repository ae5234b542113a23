/**
 * Loads `createReport` of the sources that a build was made from, bundled as the extension is, with their way to read a stored
 * record: so the pages can be judged by an older build too, with the rules of its own time.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Report } from '../../findings/report.ts';
import { root } from '../../tools/run-command.ts';

/** The sources of a build in `<sources>/dist/<name>`, or this project's own where there are none beside it. */
export function sourcesOf(buildFolder: string): string {
  const beside = dirname(dirname(buildFolder));
  return existsSync(join(beside, 'findings', 'report.ts')) ? beside : root;
}

/** The lines that give `readVisit(tab, stored)`: each build's record is read by the sources that wrote it. */
function recordReader(sources: string): string {
  const inPieces = join(sources, 'ledger/visit-pieces.ts');
  if (existsSync(inPieces)) return `import { readVisit } from ${JSON.stringify(inPieces)};`;
  const inOnePiece = join(sources, 'ledger/stored-session.ts');
  const before = join(sources, 'ledger/visit-text.ts');
  const readText = existsSync(inOnePiece)
    ? `import { readVisit as readText } from ${JSON.stringify(inOnePiece)};`
    : existsSync(before)
      ? `import { parseVisit as readText } from ${JSON.stringify(before)};`
      : 'const readText = (value) => (typeof value === "string" ? JSON.parse(value) : value);';
  return `${readText}\nconst readVisit = (tab, stored) => readText(stored['visit:' + tab]);`;
}

/**
 * Gives the function that makes a report of a record (`{ tab, stored }` as JSON: what stands in the storage of that tab) by the rules
 * in `sources`; null for what is no record.
 */
export async function loadReport(sources: string): Promise<(record: string) => Report | null> {
  const folder = join(root, '.cache', 'wild', createHash('sha256').update(sources).digest('hex').slice(0, 8));
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, 'entry.ts');
  // Where it stood before the organisations' files were taken in as a list.
  const older = join(sources, 'findings/shipped-knowledge.ts');
  const knowledgeFile = existsSync(older) ? older : join(sources, 'shipped/knowledge.ts');
  writeFileSync(
    entry,
    `import { createReport } from ${JSON.stringify(join(sources, 'findings/report.ts'))};
import { shippedKnowledge } from ${JSON.stringify(knowledgeFile)};
${recordReader(sources)}
const knowledge = shippedKnowledge();
export const reportOf = (record) => {
  const { tab, stored } = JSON.parse(record);
  const visit = readVisit(tab, stored);
  return visit === null ? null : createReport(visit, knowledge, null);
};\n`,
  );
  const { shipLessData } = (await import(pathToFileURL(join(sources, 'build/ship-less-data.ts')).href)) as {
    shipLessData: (root: string) => Plugin | Plugin[];
  };
  await build({
    root: sources,
    configFile: false,
    logLevel: 'error',
    plugins: [shipLessData(sources)],
    ssr: { noExternal: true },
    build: { ssr: entry, outDir: join(folder, 'made'), emptyOutDir: true, minify: false, target: 'es2023' },
  });
  const made = (await import(pathToFileURL(join(folder, 'made', 'entry.js')).href)) as {
    reportOf: (record: string) => Report | null;
  };
  return made.reportOf;
}
