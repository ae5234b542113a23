/** The words behind a script's name in the command line. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { PlainError } from './plain-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Read<O extends Options, P extends boolean> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: P; strict: true }>
>;

/**
 * The options of a script, as `parseArgs` of Node reads them, and what else stands there where `others` allows it.
 *
 * @throws PlainError for an option that the script does not have, or one without its value
 */
export function readArguments<const O extends Options, P extends boolean = false>(options: O, others?: P): Read<O, P> {
  try {
    return parseArgs({ options, allowPositionals: others ?? false, strict: true }) as Read<O, P>;
  } catch (error) {
    // 'Unknown option '--quik'': Node's own words are plain enough.
    throw new PlainError(error instanceof Error ? error.message : String(error));
  }
}
