import type { ArchiveMember, Message } from '@/lib/model';

/** What came of an upload that a file of an archive became. */
export interface MemberUploadView {
  publicId: string;
  state: 'receiving' | 'waiting' | 'reading' | 'done' | 'failed';
  events: number;
  known: number;
  error: Message | null;
}

/** A file of an archive, with the upload it became; null where it became none, or that was removed. */
export interface MemberView extends ArchiveMember {
  upload: MemberUploadView | null;
}

/** The files of an archive, each with its upload. */
export function joinMembers(
  members: readonly ArchiveMember[],
  uploads: readonly MemberUploadView[],
): readonly MemberView[] {
  const byId = new Map(uploads.map((upload) => [upload.publicId, upload]));
  return members.map((member) => ({ ...member, upload: byId.get(member.publicId ?? '') ?? null }));
}

/** An archive in numbers. A file that came twice is counted with its refusals once. */
export function countMembers(members: readonly MemberView[]) {
  const read = members.filter(({ state }) => state === 'read');
  return {
    files: members.length,
    events: read.reduce((sum, { upload }) => sum + (upload?.events ?? 0), 0),
    known: read.reduce((sum, { upload }) => sum + (upload?.known ?? 0), 0),
    bad: members.filter(({ state, reason, upload }) => state === 'refused' || reason || upload?.error).length,
    waiting: read.filter(({ upload }) => upload && upload.state !== 'done' && upload.state !== 'failed').length,
  };
}
