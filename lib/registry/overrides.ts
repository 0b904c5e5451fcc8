import { z } from 'zod';
import { message, parseAddress, parsePrefix, UserError } from '@/lib/model';

/** The most questions a day that may be set for a server: one a second, and a bit. */
export const MAX_PER_DAY = 100_000;

const host = z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i);
const override = z
  .strictObject({
    address: z.string().refine((text) => parseAddress(text) !== null),
    port: z.int().min(1).max(65535),
    minIntervalMs: z.int().min(0),
    perDay: z.int().min(1).max(MAX_PER_DAY),
    prefixes: z.array(z.string().refine((text) => parsePrefix(text) !== null)),
    pivot: z.boolean(),
    charset: z.string().refine(isCharset),
    /** The base address of an RDAP server, in place of a whois server. */
    rdap: z.url({ protocol: /^https?$/ }).refine((text) => text.endsWith('/') && !/[?#@]/.test(text)),
  })
  .partial();
const schema = z.record(host, override);

/** The columns of one host in RINGLEADER_REGISTRIES. */
export type Override = z.infer<typeof override>;

function isCharset(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The JSON of RINGLEADER_REGISTRIES: each key is a host (returned in lower case), each value the columns that
 * differ.
 * @throws UserError `bad-input` that names the host and the column.
 */
export function parseOverrides(overrides: unknown): Map<string, Override> {
  const parsed = schema.safeParse(overrides);
  const wrong = parsed.success
    ? Object.entries(parsed.data).find(
        ([name, { rdap }]) => rdap !== undefined && new URL(rdap).hostname !== name.toLowerCase(),
      )
    : undefined;
  if (parsed.success && !wrong)
    return new Map(Object.entries(parsed.data).map(([name, columns]) => [name.toLowerCase(), columns]));
  const path = wrong ? [wrong[0], 'rdap'] : (parsed.error?.issues[0]?.path ?? []);
  throw new UserError('bad-input', message('registry.override.invalid', { path: path.join(' › ') || '{}' }), {
    cause: parsed.error,
  });
}
