import { insert, one, run } from '../connection';

export interface NewAnswer {
  publicId: string;
  server: string;
  query: string;
  askedMs: number;
  sha256: string;
  bytes: Uint8Array;
  text: string;
  status: string;
  source: 'live' | 'pasted' | 'sample';
  origin: 'user' | 'sample';
}

/** Keeps a raw answer. The same bytes from the same server to the same query by the same way are kept once, and anew where their text was deleted. */
export function insertAnswer(a: NewAnswer): number {
  const known = one<{ id: number }>(
    'SELECT id FROM Answer WHERE sha256 = ? AND server = ? AND query = ? AND source = ? AND purgedMs IS NULL',
    a.sha256,
    a.server,
    a.query,
    a.source,
  );
  if (known) {
    run('UPDATE Answer SET confirmedMs = max(askedMs, ?) WHERE id = ?', a.askedMs, known.id);
    return known.id;
  }
  return insert(
    `INSERT INTO Answer (publicId, server, query, askedMs, sha256, bytes, text, status, source, origin)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    a.publicId,
    a.server,
    a.query,
    a.askedMs,
    a.sha256,
    Buffer.from(a.bytes),
    a.text,
    a.status,
    a.source,
    a.origin,
  );
}

/** Notes how many networks an answer told of, and how many of them were new: as it was when it first came. */
export function countTold(answerId: number, networks: number, fresh: number): void {
  run(
    'UPDATE Answer SET toldNetworks = ?, newNetworks = ? WHERE id = ? AND toldNetworks IS NULL',
    networks,
    fresh,
    answerId,
  );
}
