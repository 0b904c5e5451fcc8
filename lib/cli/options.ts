import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A command was called wrongly: the sentence says how, and the exit code is 2. */
export class UsageError extends Error {}

/**
 * Reads a command's options.
 * @throws UsageError for an unknown option or a missing value.
 */
export function readOptions<Config extends NonNullable<ParseArgsConfig['options']>>(argv: string[], options: Config) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
