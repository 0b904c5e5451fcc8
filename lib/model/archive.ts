import type { Message } from './message';

/** What came of one file in an archive that was uploaded. */
export interface ArchiveMember {
  /** As the archive has it: a stranger's text, never a path of ours. Shortened where it was too long. */
  name: string;
  /** As it lies in the archive's file system: still compressed where the member is. Of a refused one, what was seen. */
  sizeBytes: number;
  /** `known`: the same bytes were here before, as the upload `publicId`. */
  state: 'read' | 'known' | 'refused';
  /** The upload it became; null where it was refused. */
  publicId: string | null;
  /** Why it was refused, or what was wrong with one that was read as far as it went. */
  reason: Message | null;
}
