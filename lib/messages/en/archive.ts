export const archiveRoom = {
  'archive.cut-off':
    'The archive <m>{name}</m> ends too early. What was in it up to there was read; copy the file again for the rest.',
  'archive.damaged':
    'The archive <m>{name}</m> is damaged. What stood before the damage was read; copy the file again for the rest.',
  'archive.bad-directory':
    'The list of files in the archive <m>{name}</m> cannot be read: it is damaged, or ends too early. Copy the file again.',
  'archive.all-encrypted': 'The archive <m>{name}</m> is encrypted. Unpack it, and give the logs.',
  'archive.nothing': 'There is no log to read in the archive <m>{name}</m>.',
  'archive.too-many':
    'The archive holds more than {limit, number} files. Those from <m>{member}</m> on were not read; pack them into several archives.',
  'archive.total':
    'All files of the archive come to more than {mib, number} MiB. <m>{member}</m> and what follows were not read; RINGLEADER_MAX_ARCHIVE_MIB sets how much it may be.',
  'archive.member-too-long':
    '<m>{member}</m> is longer than {mib, number} MiB and was not read; RINGLEADER_MAX_LOG_MIB sets how much it may be.',
  'archive.ratio':
    '<m>{member}</m> unpacks to more than {ratio, number} times its size, which no log does. It was not read.',
  'archive.name-too-long': '<m>{member}</m> has a name of more than {limit, number} characters and was not read.',
  'archive.nested': '<m>{member}</m> is an archive inside an archive and was not read. Give it by itself.',
  'archive.special': '<m>{member}</m> is a link, a device or the like, not a file. It was not read.',
  'archive.sparse': '<m>{member}</m> is packed with its holes left out and was not read. Give it by itself.',
  'archive.attributes': '<m>{member}</m> holds what macOS notes about a file. It is not a log.',
  'archive.empty': '<m>{member}</m> is empty.',
  'archive.encrypted': '<m>{member}</m> is encrypted and was not read. Unpack it, and give the log.',
  'archive.method':
    '<m>{member}</m> is packed by a method that is not read here (number {method}). Unpack it, and give the log.',
  'archive.overlap':
    '<m>{member}</m> claims bytes of the archive that another file has. No packer does that; it was not read.',
  'archive.member-damaged': '<m>{member}</m> is damaged in the archive. What stood before the damage was read.',
} as const;
