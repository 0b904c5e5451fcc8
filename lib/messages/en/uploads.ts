/** Files on their way, and those that stopped half-way. */
export const uploads = {
  'page.uploads.pending.reformat': 'Refusals of other mail servers are being taken out',
  'page.uploads.choose-folder': 'Choose a folder',
  'page.uploads.folder-failed': 'What was dropped could not be read: {problem}',
  'page.uploads.send.summary':
    '{read, number} of {total, plural, one {# file} other {# files}} read{left, plural, =0 {} other {, # on the way}}{failed, plural, =0 {} other {; # refused}}',
  'page.uploads.send.all': 'All {total, number} files, one by one',
  'page.uploads.send.clear': 'Clear what has ended',
  'page.uploads.send.pause': 'Pause',
  'page.uploads.send.resume': 'Go on',
  'page.uploads.send.cancel': 'Cancel',
  'page.uploads.send.again': 'Try again',
  'page.uploads.send.try-now': 'Try now',
  'page.uploads.send.paused': 'Paused: {name}',
  'page.uploads.send.lost': 'Connection lost: {name}',
  'page.uploads.send.lost-what':
    'The connection to Ringleader broke. It is tried again in {seconds, plural, one {# second} other {# seconds}} by itself; what has come is not sent again.',
  'page.uploads.send.going-on': 'Going on at {at}: that much had come before.',
  'page.uploads.send.checking': 'Sent: {name}',
  'page.uploads.send.checking-what': 'All of it has come; its content is compared with what is here.',
  'page.uploads.send.read': 'Read:',
  'page.uploads.send.result':
    '{lines, plural, one {# line} other {# lines}}, {events, plural, =0 {no refusal} one {# refusal} other {# refusals}}.',
  'page.uploads.gone':
    'What had come of <m>{name}</m> is no longer here: it was discarded in another window. Try again to send it from its beginning.',
  'page.uploads.file-changed':
    '<m>{name}</m> changed while it was sent, or is gone. A log that is being written to is best sent after its rotation: choose it again.',
  'page.uploads.stopped-title':
    '{count, plural, one {One file has not come in whole} other {# files have not come in whole}}',
  'page.uploads.stopped': '{received} of {size} came in. Choose the same file again to go on, or discard it.',
  'page.uploads.coming': 'is being sent from another window: {received} of {size} so far.',
  'page.uploads.discard': 'Discard',
  'services.upload.no-room':
    '<m>{name}</m> has {size, number} bytes and {folder} has room for {free, number}. Make room, then try again.',
  'services.upload.no-room-left':
    'There is no room left in {folder}. What came of <m>{name}</m> is kept; make room, then try again to go on where it stopped.',
  'services.upload.send-again':
    'What was not stored of <m>{name}</m> cannot come back by itself{some, plural, =0 {} other {: only the refusals of {server} are here}}. Remove this upload and send the log once more, with the mail server you want.',
  'page.uploads.format-title': 'Mail server',
  'page.uploads.format-change-hint':
    'If lines of another program were taken for refusals, keep those of one mail server only. The others are removed; to have them back the log has to be sent once more.',
  'page.uploads.format-all': 'All that were found',
  'page.uploads.format-keep': 'Keep only these',
  'page.uploads.news-title': 'New in this upload',
  'page.uploads.news-first': 'This was the first log: all of it is new.',
  'page.uploads.news-none': 'Nothing in it that an earlier log had not shown.',
  'page.uploads.news-more': 'and {count, number} more',
  'page.uploads.news.operators': 'Operators',
  'page.uploads.news.networks': 'Networks',
  'page.uploads.news.organisations': 'Organisations',
  'page.uploads.news.templates': 'Sender templates',
  'page.uploads.news.addresses': 'Addresses',
  'page.uploads.shape-count': '{count, plural, one {# line} other {# lines}}',
  'page.uploads.shape-samples': 'Samples of lines of this shape',
  'page.uploads.shape-others':
    '{count, plural, one {# more line is of another shape} other {# more lines are of other shapes}}.',
  'page.uploads.shape-lines': 'All lines, one by one',
  'page.uploads.members-title': '{count, plural, one {# file} other {# files}} in the archive',
  'page.uploads.members-state': 'What came of it',
  'page.uploads.archive-result':
    '{files, plural, one {One file is} other {# files are}} in this archive, with {events, plural, =0 {no refusal that is new} one {one refusal} other {# refusals}}{known, plural, =0 {} one {; one was known already from another upload} other {; # were known already from other uploads}}.{waiting, plural, =0 {} one { One file is still to be read.} other { # files are still to be read.}}{bad, plural, =0 {} one { One could not be read, or not to its end: it says why.} other { # could not be read, or not to their end: each says why.}}',
  'page.uploads.member.read': 'read',
  'page.uploads.member.receiving': 'coming in',
  'page.uploads.member.waiting': 'waiting',
  'page.uploads.member.reading': 'being read',
  'page.uploads.member.done': 'read',
  'page.uploads.member.failed': 'not read to its end',
  'page.uploads.member.known': 'here before',
  'page.uploads.member.refused': 'not read',
} as const;
