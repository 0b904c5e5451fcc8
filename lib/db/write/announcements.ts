import { type AddressRange, addressToRange, type Origin, type Redaction } from '@/lib/model';
import { run } from '../connection';
import { rangeBytes } from '../range-bytes';

/** Writes which AS announces what, as one answer says, in place of what was read from the same answer before. */
export function storeOrigins(origins: readonly Origin[], answerId: number): void {
  run('DELETE FROM Announcement WHERE answerId = ?', answerId);
  for (const { asn, name, range, address, seen } of origins) {
    const announced: AddressRange | null = range ?? (address && addressToRange(address));
    const [first, last] = announced ? rangeBytes(announced) : [null, null];
    run(
      'INSERT INTO Announcement (asn, name, firstBytes, lastBytes, seen, answerId) VALUES (?, ?, ?, ?, ?, ?)',
      asn,
      name,
      first,
      last,
      seen ? 1 : 0,
      answerId,
    );
  }
}

/** Writes what the registry says in one answer that it keeps back. */
export function storeRedactions(redactions: readonly Redaction[], answerId: number): void {
  run('DELETE FROM Redaction WHERE answerId = ?', answerId);
  for (const { handle, field, reason } of redactions)
    run('INSERT INTO Redaction (handle, field, reason, answerId) VALUES (?, ?, ?, ?)', handle, field, reason, answerId);
}
