import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { findIngestTokenByHash, type IngestTokenRow } from '@/lib/db/read/ingest-tokens';
import { insertIngestToken, revokeIngestToken } from '@/lib/db/write/ingest-tokens';
import { isZone } from '@/lib/maillog';
import { message, UserError } from '@/lib/model';
import type { Context } from './context';
import { newPublicId, sha256 } from './ids';

const TOKEN_BYTES = 32;
const NO_HASH = '0'.repeat(64);

export const TokenInput = z.object({
  name: z.string().trim().min(1).max(100),
  zone: z.string().refine(isZone),
});

/** A token as it is shown once: only its SHA-256 is kept. */
export interface MadeToken {
  publicId: string;
  name: string;
  token: string;
}

/**
 * Makes a token that lets a shipper of logs send lines.
 * @throws UserError for a name that is empty or too long, or a zone that is none.
 */
export function makeIngestToken(context: Context, input: z.input<typeof TokenInput>): MadeToken {
  const parsed = TokenInput.safeParse(input);
  if (!parsed.success) {
    const isName = parsed.error.issues[0]?.path[0] === 'name';
    const sentence = isName
      ? message('services.ingest.bad-name')
      : message('services.upload.bad-zone', { zone: input.zone });
    throw new UserError('bad-input', sentence);
  }
  const { name, zone } = parsed.data;
  // The prefix tells a scanner of leaked secrets, and a person, what it is.
  const token = `ringleader_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
  const publicId = newPublicId();
  insertIngestToken({ publicId, name, tokenHash: sha256(token), zone, createdMs: context.nowMs });
  return { publicId, name, token };
}

/**
 * Takes a token back: from now on nothing comes in with it. What came stays.
 * @throws UserError where there is no such token, or it is revoked already.
 */
export function revokeToken(context: Context, publicId: string): void {
  if (!revokeIngestToken(publicId, context.nowMs))
    throw new UserError('not-found', message('services.ingest.unknown-token'));
}

/**
 * The token behind an `Authorization` header. A missing, a wrong and a revoked one take the same way and give null,
 * so that nobody learns which of them it was.
 */
export function checkIngestToken(authorization: string | null): IngestTokenRow | null {
  const text = /^Bearer +(\S{1,200}) *$/i.exec(authorization ?? '')?.[1] ?? '';
  const hash = sha256(text);
  const row = findIngestTokenByHash(hash);
  const same = timingSafeEqual(Buffer.from(hash), Buffer.from(row?.tokenHash ?? NO_HASH));
  return row && same && row.revokedMs === null ? row : null;
}
