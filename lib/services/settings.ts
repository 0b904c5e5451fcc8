import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { message, UserError } from '@/lib/model';
import { createDirectory, createRdapDirectory } from '@/lib/registry';
import { DEFAULT_LIMITS, type InflateLimits } from './containers/limits';
import type { Registries } from './find-way';

/** Names and addresses of this machine itself: the only ones this version listens on. */
export const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '::1'] as const;

const MIB = 1024 ** 2;
const MAX_MIB = 2 ** 33;

const Environment = z.object({
  RINGLEADER_DATA: z.string().min(1).default('data'),
  HOST: z.enum(LOOPBACK_HOSTS).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  RINGLEADER_REGISTRIES: z.string().min(1).optional(),
  RINGLEADER_KEEP_UPLOADS: z.enum(['0', '1']).default('0'),
  /** What one packed log, and all files of one archive, may come to, in MiB. */
  RINGLEADER_MAX_LOG_MIB: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_MIB)
    .default(DEFAULT_LIMITS.logBytes / MIB),
  RINGLEADER_MAX_ARCHIVE_MIB: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_MIB)
    .default(DEFAULT_LIMITS.archiveBytes / MIB),
});
export type Environment = z.infer<typeof Environment>;

/**
 * Reads the settings from the environment.
 * @throws UserError naming the variable, its value and what it may be.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = Environment.safeParse(env);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? '');
  throw new UserError(
    'bad-input',
    message('services.settings.bad', { name, value: env[name] ?? '', problem: issue?.message ?? '' }),
  );
}

/**
 * The registries with the overrides of `RINGLEADER_REGISTRIES`.
 * @throws UserError where the file cannot be read, is no JSON or does not fit.
 */
export function readRegistries(env: Readonly<Record<string, string | undefined>>): Registries {
  const overrides = readOverrides(env);
  return { whois: createDirectory(overrides), rdap: createRdapDirectory(overrides) };
}

/** What packed files may come to, with the settings of it. @throws UserError as {@link readEnvironment}. */
export function readLimits(env: Readonly<Record<string, string | undefined>>): InflateLimits {
  const { RINGLEADER_MAX_LOG_MIB, RINGLEADER_MAX_ARCHIVE_MIB } = readEnvironment(env);
  return { ...DEFAULT_LIMITS, logBytes: RINGLEADER_MAX_LOG_MIB * MIB, archiveBytes: RINGLEADER_MAX_ARCHIVE_MIB * MIB };
}

function readOverrides(env: Readonly<Record<string, string | undefined>>): unknown {
  const { RINGLEADER_REGISTRIES: file } = readEnvironment(env);
  if (!file) return {};
  try {
    const overrides: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return overrides;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new UserError('bad-input', message('services.settings.registries', { file, problem }), { cause: error });
  }
}

export { dataFolder } from '@/lib/db/transaction';
