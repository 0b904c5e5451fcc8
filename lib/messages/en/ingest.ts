export const ingestRoom = {
  'services.ingest.bad-token':
    'This needs a token in the header <m>Authorization: Bearer …</m>, one that was made on the settings page and is not revoked.',
  'services.ingest.bad-encoding':
    'The content encoding <m>{encoding}</m> is not understood. Send the lines plain or as gzip.',
  'services.ingest.too-large':
    'A batch is at most {mib, number} MiB, as sent and as inflated. Nothing of this one was kept: send smaller ones.',
  'services.ingest.too-fast': 'Too many batches at one time. Send this one again after the time in Retry-After.',
  'services.ingest.damaged': 'The gzip stream is damaged or cut off. Nothing of it was kept: send it again.',
  'services.ingest.bad-key': 'An Idempotency-Key has from 1 to 255 printable ASCII characters and no blank.',
  'services.ingest.other-body':
    'A batch with other lines came under this Idempotency-Key before. Nothing of this one was kept: give each batch a key of its own.',
  'services.ingest.nothing':
    '{ignored, plural, =0 {The batch is empty.} one {The batch has one record, and no message in it.} other {The batch has # records, and no message in any of them.}} The line is looked for in the fields message, MESSAGE, msg, log and line.',
  'services.ingest.day-full': 'What may come with one token in a day is used up. It goes on after midnight UTC.',
  'services.ingest.disk-full':
    'There is no room left on the disk. Nothing of this batch was kept: send it again later.',
  'services.ingest.bad-name': 'A token needs a name of at most 100 characters, such as that of the mail server.',
  'services.ingest.unknown-token': 'There is no such token, or it is revoked already.',
  'page.settings.token.title': 'Lines sent by log shippers',
  'page.settings.token.about':
    'A shipper such as Vector, Fluent Bit or rsyslog sends lines as they are written. Each needs a token; what comes with it on one day (UTC) is one upload. On this machine, <m>ringleader follow FILE</m> needs none.',
  'page.settings.token.name': 'Name',
  'page.settings.token.name-hint': 'Such as the mail server’s: its uploads are called by it and the day.',
  'page.settings.token.zone': 'Zone of stamps without one',
  'page.settings.token.make': 'Make a token',
  'page.settings.token.once': 'The token is shown this once; only its hash is kept. Copy it, or the settings, now.',
  'page.settings.token.copy-token': 'Copy the token',
  'page.settings.token.copy-settings': 'Copy the settings for {name}',
  'page.settings.token.list': 'Tokens',
  'page.settings.token.lines': 'Lines received',
  'page.settings.token.made': 'Made',
  'page.settings.token.last': 'Last used',
  'page.settings.token.never': 'not yet',
  'page.settings.token.revoke': 'Revoke',
  'page.settings.token.revoked': 'revoked',
  'live.new': '{events, plural, one {# new refusal.} other {# new refusals.}}',
} as const;
