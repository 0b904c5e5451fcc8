import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** A random public id: 12 characters without look-alikes, about 59 bits. Fit for URLs, file names and rule files. */
export function newPublicId(): string {
  let id = '';
  while (id.length < 12) {
    for (const byte of randomBytes(16)) {
      // 248 is the largest multiple of 31 that a byte holds: past it the letters would not be even.
      if (byte < 248 && id.length < 12) id += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return id;
}

/** The public id that follows from a text: the same each time. Unguessable where the text is. */
export function publicIdFrom(text: string): string {
  const digest = createHash('sha256').update(text).digest();
  let value = digest.readBigUInt64BE();
  let id = '';
  for (const base = BigInt(ALPHABET.length); id.length < 12; value /= base) id += ALPHABET.charAt(Number(value % base));
  return id;
}

/** SHA-256 in hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
