import type { Message, Verdict } from '@/lib/model';
import { all, one } from '../connection';

export interface BlockListRow {
  publicId: string;
  createdMs: number;
  operator: { publicId: string; name: string; verdict: Verdict | null; origin: 'user' | 'sample' };
  prefixes: string[];
  refused: Array<{ prefix: string; reason: Message }>;
  notices: Message[];
}

interface Row {
  publicId: string;
  createdMs: number;
  operatorPublicId: string;
  operatorName: string;
  verdict: Verdict | null;
  origin: 'user' | 'sample';
  prefixes: string;
  refused: string;
  notices: string;
}

const SELECT = `SELECT b.publicId, b.createdMs, o.publicId AS operatorPublicId, o.name AS operatorName, o.verdict, o.origin, b.prefixes, b.refused, b.notices
  FROM BlockList b JOIN Operator o ON o.id = b.operatorId`;

const fromRow = ({ operatorPublicId, operatorName, verdict, origin, ...row }: Row): BlockListRow => ({
  ...row,
  operator: { publicId: operatorPublicId, name: operatorName, verdict, origin },
  prefixes: JSON.parse(row.prefixes) as string[],
  refused: JSON.parse(row.refused) as BlockListRow['refused'],
  notices: JSON.parse(row.notices) as Message[],
});

/** Block lists, the newest first. */
export function readBlockLists(page: { limit: number; offset: number }): { lists: BlockListRow[]; total: number } {
  return {
    lists: all<Row>(`${SELECT} ORDER BY b.createdMs DESC, b.id DESC LIMIT ? OFFSET ?`, page.limit, page.offset).map(
      fromRow,
    ),
    total: one<{ n: number }>('SELECT count(*) AS n FROM BlockList')?.n ?? 0,
  };
}

export function readBlockList(publicId: string): BlockListRow | undefined {
  const row = one<Row>(`${SELECT} WHERE b.publicId = ?`, publicId);
  return row && fromRow(row);
}

/** The newest block list of an operator (by its internal id). */
export function readNewestBlockList(operatorId: number): BlockListRow | undefined {
  const row = one<Row>(`${SELECT} WHERE b.operatorId = ? ORDER BY b.createdMs DESC, b.id DESC LIMIT 1`, operatorId);
  return row && fromRow(row);
}
