import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readSharedHtml, readShareLink } from '@/lib/db/read/reports';
import { transaction } from '@/lib/db/transaction';
import { insertShareLink, revokeShareLink } from '@/lib/db/write/reports';
import { message, UserError } from '@/lib/model';
import type { Context } from './context';
import { newPublicId, sha256 } from './ids';

const DAY_MS = 86_400_000;
const TOKEN_BYTES = 32;

export const ShareInput = z.object({
  /** Public id of the report. */
  report: z.string(),
  days: z.number().int().min(1).max(365),
});

export interface SharedLink {
  /** 256 random bits as base64url, shown once: only its SHA-256 is kept. */
  token: string;
  linkPublicId: string;
  expiresMs: number;
}

/**
 * Makes a public link to a report.
 * @throws UserError where there is no such report, or the days are not from 1 to 365.
 */
export function shareReport(context: Context, input: z.input<typeof ShareInput>): SharedLink {
  const parsed = ShareInput.safeParse(input);
  if (!parsed.success) throw new UserError('bad-input', message('services.share.bad-days'));
  const { report, days } = parsed.data;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const linkPublicId = newPublicId();
  const expiresMs = context.nowMs + days * DAY_MS;
  const made = transaction(() =>
    insertShareLink({ publicId: linkPublicId, report, tokenHash: sha256(token), createdMs: context.nowMs, expiresMs }),
  );
  if (!made) throw new UserError('not-found', message('services.report.unknown', { id: report }));
  return { token, linkPublicId, expiresMs };
}

/**
 * Revokes a public link: it leads nowhere from now on.
 * @returns the report's public id.
 * @throws UserError where there is no such link, or it is revoked already.
 */
export function revokeShare(context: Context, linkPublicId: string): { report: string } {
  return transaction(() => {
    const link = readShareLink(linkPublicId);
    if (!link) throw new UserError('not-found', message('services.share.unknown', { id: linkPublicId }));
    if (!revokeShareLink(linkPublicId, context.nowMs))
      throw new UserError('conflict', message('services.share.already-revoked'));
    return { report: link.report };
  });
}

/**
 * The report behind a token. A wrong token, an expired and a revoked one all take the same way (hash, then
 * one look-up by it) and give null, so that nobody learns which of them it was.
 */
export function openSharedReport(tokenText: string, nowMs: number): { html: string } | null {
  const html = readSharedHtml(sha256(tokenText), nowMs);
  return html === undefined ? null : { html };
}
