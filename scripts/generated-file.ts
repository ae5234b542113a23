/** A file of policy-data/ that is made from an installed package: written, or compared with what the package gives now. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlainError, progress } from '../tools/plain-error.ts';
import { readArguments } from '../tools/read-arguments.ts';
import { root } from '../tools/run-command.ts';

export interface GeneratedFile {
  /** Its path from the project's folder. */
  readonly file: string;
  /** What it is to hold. */
  readonly text: string;
  /** The word that its line of progress begins with. */
  readonly subject: string;
  /** How much it holds, in words: '2,100 entities'. */
  readonly amount: string;
}

/**
 * Writes the file; with `--check` in the command line compares it instead.
 *
 * @throws PlainError when it is compared and is not what the package gives
 */
export function writeOrCheck({ file, text, subject, amount }: GeneratedFile): void {
  const { check = false } = readArguments({ check: { type: 'boolean' } }).values;
  const path = join(root, file);
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text)
    throw new PlainError(
      `${file} is not what the installed package gives: run node scripts/${basename(process.argv[1] ?? '')}`,
    );
  progress(subject, check ? `${file} is up to date` : `${file} (${amount})`);
}
