import { all, one } from '../connection';

export interface ReportRow {
  id: number;
  publicId: string;
  version: number;
  createdMs: number;
  language: 'en' | 'ja';
  masked: boolean;
  sha256: string;
  operator: { publicId: string; name: string };
  /** Links that lead to it now. */
  activeLinks: number;
}

/** A public link to a report; the token itself is not kept. */
export interface ShareLinkRow {
  publicId: string;
  createdMs: number;
  expiresMs: number;
  revokedMs: number | null;
}

interface Row extends Omit<ReportRow, 'masked' | 'operator'> {
  masked: number;
  operatorPublicId: string;
  operatorName: string;
}

const SELECT = `SELECT r.id, r.publicId, r.version, r.createdMs, r.language, r.masked, r.sha256, o.publicId AS operatorPublicId, o.name AS operatorName,
    (SELECT count(*) FROM ShareLink l WHERE l.reportId = r.id AND l.revokedMs IS NULL AND l.expiresMs > ?1) AS activeLinks
  FROM Report r JOIN Operator o ON o.id = r.operatorId`;

const fromRow = ({ operatorPublicId, operatorName, ...row }: Row): ReportRow => ({
  ...row,
  masked: row.masked === 1,
  operator: { publicId: operatorPublicId, name: operatorName },
});

/** Reports, the newest first, with the links that lead to them at `nowMs`. */
export function readReports(
  page: { limit: number; offset: number },
  nowMs: number,
): { reports: ReportRow[]; total: number } {
  return {
    reports: all<Row>(
      `${SELECT} ORDER BY r.createdMs DESC, r.id DESC LIMIT ?2 OFFSET ?3`,
      nowMs,
      page.limit,
      page.offset,
    ).map(fromRow),
    total: one<{ n: number }>('SELECT count(*) AS n FROM Report')?.n ?? 0,
  };
}

export function readReport(publicId: string, nowMs: number): ReportRow | undefined {
  const row = one<Row>(`${SELECT} WHERE r.publicId = ?2`, nowMs, publicId);
  return row && fromRow(row);
}

/** The frozen page of a report. */
export function readReportHtml(publicId: string): { html: string; sha256: string; version: number } | undefined {
  return one('SELECT html, sha256, version FROM Report WHERE publicId = ?', publicId);
}

/** Links to a report, the newest first. */
export function readShareLinks(reportId: number): ShareLinkRow[] {
  return all(
    'SELECT publicId, createdMs, expiresMs, revokedMs FROM ShareLink WHERE reportId = ? ORDER BY createdMs DESC, id DESC',
    reportId,
  );
}

/** The report behind a token's hash, where its link is neither revoked nor expired at `nowMs`: one question for all three. */
export function readSharedHtml(tokenHash: string, nowMs: number): string | undefined {
  return one<{ html: string }>(
    `SELECT r.html FROM ShareLink l JOIN Report r ON r.id = l.reportId
     WHERE l.tokenHash = ? AND l.revokedMs IS NULL AND l.expiresMs > ?`,
    tokenHash,
    nowMs,
  )?.html;
}

/** The report a link belongs to, and whether it was revoked. */
export function readShareLink(publicId: string): { report: string; revokedMs: number | null } | undefined {
  return one(
    'SELECT r.publicId AS report, l.revokedMs FROM ShareLink l JOIN Report r ON r.id = l.reportId WHERE l.publicId = ?',
    publicId,
  );
}
