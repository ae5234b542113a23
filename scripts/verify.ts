/** npm run verify -- FILE: checks a sealed export, and says of each file what is wrong with it. Ends with 1 where anything is. */
import { readFileSync } from 'node:fs';
import { checkExport, type ExportCheck } from '../evidence/files/check-export.ts';
import { PlainError, progress, runScript } from '../tools/plain-error.ts';
import { readArguments } from '../tools/read-arguments.ts';

const FAULTS = {
  changed: 'changed or damaged',
  missing: 'missing',
  added: 'not in the list',
  'no-bag': 'missing or unreadable',
} as const;

function tell(check: ExportCheck): void {
  if (check.state === 'no-zip') throw new PlainError('This is no zip that can be opened.');
  if (check.state === 'too-large') throw new PlainError('Unpacked, this would be larger than is opened here.');
  const { faults, files, seal, isAsPacked } = check;
  for (const { kind, file } of faults) progress('Fault', `${file}: ${FAULTS[kind]}`);
  if (faults.length > 0) throw new PlainError('The seal is broken.');
  progress('Seal', `${String(seal)} (SHA-256 of tagmanifest-sha256.txt)`);
  if (!isAsPacked)
    throw new PlainError(
      `All ${String(files)} files are whole, but the zip is not as it was packed: somebody has packed it anew, or it was damaged where no file stands.`,
    );
  progress('Whole', `${String(files)} files, each with its hash`);
}

await runScript(() => {
  const [file] = readArguments({}, true).positionals;
  if (file === undefined) throw new PlainError('Say which file: npm run verify -- FILE.zip');
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new PlainError(`${file} cannot be read.`);
  }
  tell(checkExport(bytes));
});
