export const openLogRoom = {
  'open-log.is-directory': '<m>{name}</m> is a folder. Give the log files in it.',
  'open-log.not-found': 'There is no file <m>{name}</m>.',
  'open-log.not-readable': '<m>{name}</m> may not be read by you. Log files often belong to root or the group adm.',
  'open-log.cut-off':
    '<m>{name}</m> is a {format} file that ends too early. What was in it up to there was read; copy the file again for the rest.',
  'open-log.damaged':
    '<m>{name}</m> is a damaged {format} file. What stood before the damage was read; copy the file again for the rest.',
  'open-log.window':
    '<m>{name}</m> was packed by {format} so that reading it takes more than {mib, number} MiB of memory, which is the most we give it. Unpack it, or pack it again with less.',
  'open-log.unsupported':
    '<m>{name}</m> uses a rare kind of {format} that is not read here. Unpack it, and give the log as it is.',
  'open-log.ratio':
    '<m>{name}</m> unpacks to more than {ratio, number} times its size, which no log does. What came before that was read, the rest was not.',
  'open-log.too-long':
    '<m>{name}</m> unpacks to more than {mib, number} MiB. What came before that was read, the rest was not; RINGLEADER_MAX_LOG_MIB sets how much it may be.',
  'open-log.archive':
    '<m>{name}</m> is an archive of several files. <m>ringleader ingest</m> and the page for uploads read the logs in it; an archive inside another is not read.',
  'open-log.packed-twice': '<m>{name}</m> is packed twice. Unpack it once, and give what comes out.',
} as const;
