export const openLogRoom = {
  'open-log.is-directory': '<m>{name}</m> is a folder. Give the log files in it.',
  'open-log.not-found': 'There is no file <m>{name}</m>.',
  'open-log.not-readable': '<m>{name}</m> may not be read by you. Log files often belong to root or the group adm.',
  'open-log.gzip-cut-off':
    '<m>{name}</m> is a gzip file that ends too early. What was in it up to there was read; copy the file again for the rest.',
  'open-log.gzip-damaged':
    '<m>{name}</m> is a damaged gzip file. What stood before the damage was read; copy the file again for the rest.',
} as const;
