/** A file with its path below the folder that was dropped or chosen. */
export interface NamedFile {
  file: File;
  name: string;
}

/** Files that folders hold for programs, not for people: `.DS_Store`, `.git` … */
const isHidden = (name: string): boolean => name.startsWith('.');

/** What was chosen: files by their names, those of a folder by their paths. */
export function filesOfList(files: Iterable<File>): NamedFile[] {
  return [...files]
    .map((file) => ({ file, name: file.webkitRelativePath || file.name }))
    .filter(({ file, name }) => name === file.name || !name.split('/').some(isHidden));
}

/**
 * What was dropped, folders with all they hold. To be called in the drop event itself: its items are gone after it.
 */
export async function filesOfDrop(transfer: DataTransfer): Promise<NamedFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return filesOfList(transfer.files);
  const files: NamedFile[] = [];
  for (const entry of entries) await collect(entry, files);
  return files;
}

async function collect(entry: FileSystemEntry, files: NamedFile[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    files.push({ file, name: entry.fullPath.replace(/^\//, '') });
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // A reader gives a hundred at a time, and none at its end.
    for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
      for (const child of batch) if (!isHidden(child.name)) await collect(child, files);
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
