import { one, run } from '../connection';

export interface NewReport {
  publicId: string;
  operatorId: number;
  version: number;
  createdMs: number;
  language: 'en' | 'ja';
  masked: boolean;
  sha256: string;
  html: string;
}

/** The number of the next version of an operator's report. Use inside the transaction that inserts it. */
export function nextReportVersion(operatorId: number): number {
  return (
    one<{ n: number }>('SELECT coalesce(max(version), 0) + 1 AS n FROM Report WHERE operatorId = ?', operatorId)?.n ?? 1
  );
}

export function insertReport(report: NewReport): void {
  run(
    'INSERT INTO Report (publicId, operatorId, version, createdMs, language, masked, sha256, html) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    report.publicId,
    report.operatorId,
    report.version,
    report.createdMs,
    report.language,
    report.masked ? 1 : 0,
    report.sha256,
    report.html,
  );
}

/** Makes a link; returns false where there is no such report. */
export function insertShareLink(link: {
  publicId: string;
  report: string;
  tokenHash: string;
  createdMs: number;
  expiresMs: number;
}): boolean {
  return (
    run(
      `INSERT INTO ShareLink (publicId, reportId, tokenHash, createdMs, expiresMs)
       SELECT ?, id, ?, ?, ? FROM Report WHERE publicId = ?`,
      link.publicId,
      link.tokenHash,
      link.createdMs,
      link.expiresMs,
      link.report,
    ) === 1
  );
}

/** Revokes a link; returns false where there is none, or it is revoked already. */
export function revokeShareLink(publicId: string, nowMs: number): boolean {
  return run('UPDATE ShareLink SET revokedMs = ? WHERE publicId = ? AND revokedMs IS NULL', nowMs, publicId) === 1;
}
