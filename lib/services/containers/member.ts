import type { Message } from '@/lib/model';

/** A file in an archive. Directories are none. */
export interface Member {
  /** A stranger's text: shown, never used as a path. */
  name: string;
  /** When the file was last written, UTC milliseconds; null where the archive does not say, or not sensibly. */
  mtimeMs: number | null;
  /** Why it is not to be read; null where its bytes may be. */
  refusal: Message | null;
  /**
   * Its bytes, to be read once and before the next member is asked for; the rest of them is passed over then.
   * A chunk is valid until the next one is asked for. Throws a UserError where they cannot be read on.
   */
  bytes: AsyncGenerator<Uint8Array>;
  /** How many bytes of the archive its bytes came out of so far. */
  storedBytes(): number;
}

/** A time that a stranger gave; null where it is before 1970 or past all calendars. */
export function sensibleTime(ms: number): number | null {
  return Number.isFinite(ms) && ms >= 0 && ms <= 8.64e15 ? Math.round(ms) : null;
}

/** What macOS packs beside each file: its attributes, by the name `._` and the file's. */
export function isAttributeFile(name: string): boolean {
  return name.startsWith('__MACOSX/') || (name.split('/').at(-1) ?? '').startsWith('._');
}
