import type { Message } from '@/lib/model';
import { run } from '../connection';

export interface NewBlockList {
  publicId: string;
  operatorId: number;
  createdMs: number;
  prefixes: readonly string[];
  refused: ReadonlyArray<{ prefix: string; reason: Message }>;
  notices: readonly Message[];
}

export function insertBlockList(list: NewBlockList): void {
  run(
    'INSERT INTO BlockList (publicId, operatorId, createdMs, prefixes, refused, notices) VALUES (?, ?, ?, ?, ?, ?)',
    list.publicId,
    list.operatorId,
    list.createdMs,
    JSON.stringify(list.prefixes),
    JSON.stringify(list.refused),
    JSON.stringify(list.notices),
  );
}
