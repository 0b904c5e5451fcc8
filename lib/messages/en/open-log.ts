export const openLogRoom = {
  'open-log.is-directory': '<m>{name}</m> is a folder. Give the log files in it.',
  'open-log.not-found': 'There is no file <m>{name}</m>.',
  'open-log.not-readable': '<m>{name}</m> may not be read by you. Log files often belong to root or the group adm.',
} as const;
