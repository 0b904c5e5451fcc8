import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Message, message, UserError } from '@/lib/model';
import { findArchive } from './find-archive';
import type { InflateLimits } from './limits';
import type { Member } from './member';

/** A member as it was written to disk, or why it was not. */
export interface StoredMember {
  name: string;
  mtimeMs: number | null;
  sizeBytes: number;
  /** Null where it was refused. */
  stored: { file: string; sha256: string } | null;
  /** Why it was refused; of one that was stored, why no more of it could be. */
  reason: Message | null;
}

const MIB = 1024 ** 2;
/** Shown of a name that is too long. */
const SHORT_NAME = 200;

/** Ends the reading of one member. */
class Refused extends Error {
  constructor(readonly sentence: Message) {
    super(sentence.key);
  }
}

/**
 * Writes an archive's members into a folder, numbered, each within the limits. What is refused leaves no file.
 * @returns false where `signal` ended it.
 * @throws UserError where the archive cannot be read on, or exceeds its limits: `members` has what came before.
 */
export async function storeMembers(
  archive: AsyncGenerator<Member>,
  folder: string,
  members: StoredMember[],
  limits: InflateLimits,
  signal: AbortSignal,
): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  let total = 0;
  for await (const member of archive) {
    if (signal.aborted) return false;
    const name = shorten(member.name, limits.nameLength);
    if (members.length >= limits.members) {
      const sentence = message('archive.too-many', { member: name, limit: limits.members });
      members.push(refused(member, name, sentence));
      throw new UserError('bad-input', sentence);
    }
    if (member.refusal !== null || name !== member.name) {
      const { key, params } = member.refusal ?? message('archive.name-too-long', { limit: limits.nameLength });
      members.push(refused(member, name, message(key, { ...params, member: name })));
      continue;
    }
    const file = path.join(folder, String(members.length));
    const writer = new MemberWriter(file, member, name, limits, limits.archiveBytes - total, signal);
    members.push(await writer.run());
    total += writer.size;
    if (signal.aborted) return false;
    if (total > limits.archiveBytes) throw new UserError('bad-input', totalOf(name, limits));
  }
  return true;
}

const totalOf = (member: string, { archiveBytes }: InflateLimits): Message =>
  message('archive.total', { member, mib: Math.floor(archiveBytes / MIB) });

const refused = ({ mtimeMs }: Member, name: string, reason: Message, sizeBytes = 0): StoredMember => ({
  name,
  mtimeMs,
  sizeBytes,
  stored: null,
  reason,
});

function shorten(name: string, longest: number): string {
  return name.length <= longest ? name : `${name.slice(0, SHORT_NAME)}…`;
}

class MemberWriter {
  size = 0;
  private readonly hash = createHash('sha256');

  constructor(
    private readonly file: string,
    private readonly member: Member,
    private readonly name: string,
    private readonly limits: InflateLimits,
    /** What the archive may still come to. */
    private readonly left: number,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<StoredMember> {
    const { member, name, file } = this;
    let reason: Message | null = null;
    const handle = await open(file, 'w');
    try {
      await this.copy(handle);
      await handle.sync();
    } catch (error) {
      if (error instanceof Refused) {
        await rm(file, { force: true });
        return refused(member, name, error.sentence, this.size);
      }
      if (!(error instanceof UserError)) throw error;
      // What came before the fault is a log too.
      await handle.sync();
      reason = error.sentence;
    } finally {
      await handle.close();
    }
    if (this.size === 0) {
      await rm(file, { force: true });
      return refused(member, name, reason ?? message('archive.empty', { member: name }));
    }
    const stored = { file, sha256: this.hash.digest('hex') };
    return { name, mtimeMs: member.mtimeMs, sizeBytes: this.size, stored, reason };
  }

  private async copy(handle: FileHandle): Promise<void> {
    const { member, name, limits } = this;
    for await (const chunk of member.bytes) {
      if (this.signal.aborted) return;
      this.size += chunk.length;
      if (this.size > this.left) throw new Refused(totalOf(name, limits));
      if (this.size > limits.logBytes) {
        const mib = Math.floor(limits.logBytes / MIB);
        throw new Refused(message('archive.member-too-long', { member: name, mib }));
      }
      if (this.size > limits.freeBytes && this.size > member.storedBytes() * limits.ratio)
        throw new Refused(message('archive.ratio', { member: name, ratio: limits.ratio }));
      this.hash.update(chunk);
      await writeAll(handle, chunk);
    }
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

/**
 * Refuses the stored members that are archives themselves. Done when the archive is closed: the decoder of xz reads
 * one file at a time.
 */
export async function refuseNested(members: readonly StoredMember[]): Promise<StoredMember[]> {
  const kept: StoredMember[] = [];
  for (const member of members) {
    const nested = member.stored !== null && (await findArchive(member.stored.file)) !== null;
    if (!nested || member.stored === null) kept.push(member);
    else {
      await rm(member.stored.file, { force: true });
      kept.push({ ...member, stored: null, reason: message('archive.nested', { member: member.name }) });
    }
  }
  return kept;
}
